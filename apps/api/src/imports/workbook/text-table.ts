import { Refusal } from '../refusal.js';
import type { Archive } from './archive.js';
import { limits } from './limits.js';
import { RichText } from './rich-text.js';
import { xmlPieces } from './xml.js';

/**
 * The texts that cells share, kept in memory and read only as far as cells ask for: producers write them in the order of
 * their first use, so that a header needs the first few.
 */
export class TextTable {
  private readonly texts: string[] = [];
  private readonly pieces: AsyncGenerator<void> | undefined;
  private characters = 0;
  private isAtEnd = false;

  constructor(archive: Archive, part: string | undefined) {
    const text = new RichText();
    this.isAtEnd = part === undefined || !archive.has(part);
    if (part === undefined || this.isAtEnd) return;
    this.pieces = xmlPieces(archive.bytes(part), part, {
      open: (name) => text.open(name),
      text: (piece) => {
        text.text(piece);
      },
      close: (name) => {
        text.close(name);
        if (name === 'si') this.keep(text.take());
      },
    });
  }

  /** Undefined where it has not been read so far: then `readTo`. */
  at(index: number): string | undefined {
    return this.texts[index];
  }

  /** False where there is no such text. */
  async readTo(index: number): Promise<boolean> {
    while (this.texts.length <= index && !this.isAtEnd) {
      const { done } = (await this.pieces?.next()) ?? { done: true };
      if (done) this.isAtEnd = true;
    }
    return index < this.texts.length;
  }

  async close(): Promise<void> {
    await this.pieces?.return(undefined);
  }

  private keep(text: string): void {
    this.characters += text.length;
    if (this.texts.length >= limits.sharedTexts || this.characters > limits.sharedCharacters)
      throw new Refusal(
        `The workbook has more different texts than can be kept in memory (${limits.sharedTexts} texts, ${limits.sharedCharacters} characters). Save the table as CSV.`,
        { code: 'workbook-too-many-texts', limit: limits.sharedTexts },
      );
    this.texts.push(text);
  }
}
