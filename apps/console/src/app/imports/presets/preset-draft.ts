/** Under which name of the browser's store a preset stands that is being changed; `new`: one that is not kept yet. */
export const presetDraft = (name: string): string => `import-preset.${name}`;
