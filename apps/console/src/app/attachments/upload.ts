import { endingOf, mostFileBytes, promisedTypes } from '@forecall/domain';

/** A file on its way. */
export interface Upload {
  /** Made when it is chosen: however often it is sent, it is stored once. */
  readonly id: string;
  readonly file: File;
  readonly isInternal: boolean;
  readonly state: 'waiting' | 'sending' | 'failed';
  /** 0 to 1 */
  readonly share: number;
  /** Why it was not taken, ready to print. */
  readonly fault: string | null;
  /** Sent again it would fail again. */
  readonly isHopeless: boolean;
}

/** What can be said of a file before it is sent; the server looks into it besides. */
export function faultBefore({ name, size }: Pick<File, 'name' | 'size'>): 'empty' | 'too-large' | 'kind' | null {
  if (size === 0) return 'empty';
  if (size > mostFileBytes) return 'too-large';
  return promisedTypes(name)?.length === 0 ? 'kind' : null;
}

/** The kinds of problems that the same file meets again. */
export const isHopeless = (status: number): boolean => [400, 403, 404, 409, 413, 415].includes(status);

/** A picture from the clipboard has the same name each time; by its time it is told apart. */
export function namedApart(file: File, at: Date): File {
  if (!/^image\.\w+$/.test(file.name)) return file;
  const time = at.toTimeString().slice(0, 8).replaceAll(':', '');
  return new File([file], `image-${time}.${endingOf(file.name)}`, { type: file.type });
}
