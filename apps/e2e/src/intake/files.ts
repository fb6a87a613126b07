const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** As a person picks them from a folder. */
export const picked = {
  png: { name: 'photo.png', mimeType: 'image/png', buffer: Buffer.from(png, 'base64') },
  pdf: { name: '海港银行.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\ntrailer<<>>\n%%EOF\n') },
  text: { name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('Charged twice.\n') },
  /** A page that says it is a picture. */
  lie: { name: 'receipt.png', mimeType: 'image/png', buffer: Buffer.from('<!doctype html><script>alert(1)</script>') },
  tooLarge: { name: 'log.txt', mimeType: 'text/plain', buffer: Buffer.alloc(10 * 1024 * 1024 + 1, 'a line\n') },
};
