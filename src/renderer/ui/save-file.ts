/** Hands a text over to be kept as a file: a browser downloads it, Electron asks where to. */
export function saveFile(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has the file by then; an address that is kept would keep its memory.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
