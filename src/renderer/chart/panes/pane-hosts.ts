/** Where a pane's own legend is shown: over the pane, and over its price axis. */
export class PaneHosts {
  readonly over = document.createElement('div');
  readonly axis = document.createElement('div');

  /** row: the library's table row of the pane; it hands rows on to other panes when one comes or goes. */
  moveTo(row: HTMLElement | null): void {
    if (!(row instanceof HTMLTableRowElement)) return;
    put(this.over, row.cells[1]?.firstElementChild);
    put(this.axis, row.cells[2]?.firstElementChild);
  }

  remove(): void {
    this.over.remove();
    this.axis.remove();
  }
}

function put(host: HTMLElement, into: Element | null | undefined): void {
  if (into != null && host.parentElement !== into) into.append(host);
}
