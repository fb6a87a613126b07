/** Where a browser says what it could not load. */
const address = /https?:\/\/\S+?\.js\b/;

/**
 * How a part of the program is loaded, again where it did not come. A browser may remember that a module could not be
 * loaded, and fail at once for ever after; by another address it is asked for anew.
 */
export function partLoader<Part>(
  load: () => Promise<Part>,
  byAddress = (from: string): Promise<unknown> => import(from),
): () => Promise<Part> {
  let failed: string | undefined;
  return async () => {
    try {
      return failed === undefined ? await load() : ((await byAddress(`${failed}?again=${Date.now()}`)) as Part);
    } catch (error) {
      failed ??= error instanceof Error ? address.exec(error.message)?.[0] : undefined;
      throw error;
    }
  };
}
