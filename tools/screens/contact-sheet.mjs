const widthOf = { wide: 716, narrow: 351 };

/** A page with all pictures of a screen, each under its name; the browser itself makes one picture of it. */
export function contactSheet(name, pictures) {
  const figure = ({ title, file, size }) =>
    `<figure class="${size}"><img src="${file}" width="${widthOf[size]}" alt=""><figcaption>${title}</figcaption></figure>`;
  return `<!doctype html>
<meta charset="utf-8">
<title>${name}</title>
<style>
  body { margin: 12px; width: 1440px; background: #8a8f98; font: 13px/20px sans-serif; color: #fff; }
  h1 { margin: 0 0 8px; font-size: 16px; }
  main { display: flex; flex-wrap: wrap; gap: 8px; align-items: flex-start; }
  figure { margin: 0; }
  img { display: block; }
</style>
<h1>${name}</h1>
<main>${pictures.map(figure).join('\n')}</main>
`;
}
