import { qrCodeOf } from '@forecall/domain';

/** The quiet zone that belongs around a code, in modules. */
const margin = 4;

/** A QR code of an address as SVG: one path of dark modules on white, sharp at any size. */
export function qrSvg(address: string): string {
  const code = qrCodeOf([...new TextEncoder().encode(address)]);
  if (!code) throw new Error('An address of ours is shorter than a QR code of version 10 holds.');
  const side = code.modules.length + 2 * margin;
  const path = code.modules
    .flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x + margin} ${y + margin}h1v1h-1z`] : [])))
    .join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}h-${side}z"/><path fill="#000" d="${path}"/></svg>`;
}
