/** Fetches a file by a link that was made for this tap; a bucket says itself what the file is called. */
export function follow(address: string, name: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
}
