import { limits } from './limits.js';

/**
 * Collects the text of a cell or a shared text: `<t>` itself or in several runs. How East Asian words are read aloud
 * (`<rPh>`) stands beside them and is no text of the cell.
 */
export class RichText {
  private isInText = false;
  private isPhonetic = false;
  private parts = '';

  open(name: string): void {
    if (name === 't') this.isInText = true;
    if (name === 'rPh') this.isPhonetic = true;
  }

  text(text: string): void {
    // What is longer than a cell may be is refused where it is used; until then it shall not grow.
    const hasRoom = this.parts.length <= limits.cellCharacters;
    if (this.isInText && !this.isPhonetic && hasRoom) this.parts += text;
  }

  close(name: string): void {
    if (name === 't') this.isInText = false;
    if (name === 'rPh') this.isPhonetic = false;
  }

  take(): string {
    const text = this.parts;
    this.parts = '';
    return plainText(text);
  }
}

/** Characters that XML cannot hold are written `_x000D_`; line ends become one. */
export function plainText(text: string): string {
  const whole = text.includes('_x')
    ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;
  return whole.includes('\r') ? whole.replaceAll(/\r\n?/g, '\n') : whole;
}
