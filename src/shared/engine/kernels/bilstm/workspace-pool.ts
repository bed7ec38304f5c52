/** Forward passes that may wait for their gradient at the same time; with one more, the oldest is computed anew. */
const MOST_WORKSPACES = 3;

/**
 * A few workspaces that are used again and again, so that memory stays bounded however many passes never get to their
 * gradient. Who takes a workspace remembers its `pass`; when that has changed, the workspace went to somebody else.
 */
export class WorkspacePool<Workspace> {
  private readonly make: () => Workspace;
  private readonly free: Workspace[] = [];
  /** Oldest first. */
  private readonly taken: Workspace[] = [];

  constructor(make: () => Workspace) {
    this.make = make;
  }

  take(): Workspace {
    const workspace = this.free.pop() ?? (this.taken.length < MOST_WORKSPACES ? this.make() : this.taken.shift()!);
    this.taken.push(workspace);
    return workspace;
  }

  give(workspace: Workspace): void {
    const index = this.taken.indexOf(workspace);
    if (index < 0) return;
    this.taken.splice(index, 1);
    this.free.push(workspace);
  }
}
