/** The header that names a file: in ASCII for old readers, and as it is (RFC 6266). */
export function attachment(name: string): string {
  const plain = name.replace(/[^\w.-]+/g, '_');
  const written = `attachment; filename="${plain}"`;
  return plain === name
    ? written
    : `${written}; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`)}`;
}
