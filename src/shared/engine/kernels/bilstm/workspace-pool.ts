import type { WasmWorkspace } from './wasm-workspace.ts';

/** Forward passes that may wait for their gradient at the same time; with one more, the oldest is computed anew. */
const MOST_WORKSPACES = 3;

/**
 * A few workspaces that are used again and again, so that memory stays bounded however many passes never get to their
 * gradient. Who takes a workspace remembers its `pass`; when that has changed, the workspace went to somebody else.
 */
export class WorkspacePool {
  private readonly make: () => WasmWorkspace;
  private readonly free: WasmWorkspace[] = [];
  /** Oldest first. */
  private readonly taken: WasmWorkspace[] = [];

  constructor(make: () => WasmWorkspace) {
    this.make = make;
  }

  take(): WasmWorkspace {
    const workspace = this.free.pop() ?? (this.taken.length < MOST_WORKSPACES ? this.make() : this.taken.shift()!);
    this.taken.push(workspace);
    return workspace;
  }

  give(workspace: WasmWorkspace): void {
    const index = this.taken.indexOf(workspace);
    if (index < 0) return;
    this.taken.splice(index, 1);
    this.free.push(workspace);
  }
}
