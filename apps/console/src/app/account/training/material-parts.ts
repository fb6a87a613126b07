export interface MaterialPart {
  readonly text: string;
  /** Only addresses of the web are followed. */
  readonly href: string | null;
}

/** What was handed out, with the addresses in it as links: "Slides: https://…" */
export const materialParts = (material: string): MaterialPart[] =>
  material
    .split(/(https?:\/\/[^\s，。；、）)]+)/)
    .filter((text) => text !== '')
    .map((text) => ({ text, href: /^https?:\/\//.test(text) ? text : null }));
