/** Long enough for the browser to begin; the address holds the whole file until then. */
const keptFor = 60_000;

/** Hands a file to the browser as a link that is clicked: that needs no permission. */
export function saveAs(name: string, file: Blob): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), keptFor);
}
