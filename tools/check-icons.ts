import { decodePng, type Raster } from "./png.ts";

/** Says what is wrong with the full-colour icon: Teams wants 192 by 192 pixels, with no transparent part, as it rounds the corners itself. */
export function checkColourIcon(bytes: Uint8Array): string[] {
  return checkIcon("color.png", bytes, 192, (icon) =>
    alphas(icon).every((alpha) => alpha === 255)
      ? []
      : ["color.png has transparent parts. Teams masks the corners itself and wants the whole square filled."],
  );
}

/** Says what is wrong with the outline icon: Teams wants 32 by 32 pixels, pure white lines on a transparent ground. */
export function checkOutlineIcon(bytes: Uint8Array): string[] {
  return checkIcon("outline.png", bytes, 32, (icon) => {
    const visible = alphas(icon).filter((alpha) => alpha > 0).length;
    return [
      ...(visible === 0 ? ["outline.png shows nothing."] : []),
      ...(visible > alphas(icon).length / 2
        ? ["outline.png needs a transparent ground: over half of it is filled."]
        : []),
      ...(onlyWhite(icon) ? [] : ["outline.png may hold white and transparency only: another colour was found."]),
    ];
  });
}

function checkIcon(name: string, bytes: Uint8Array, size: number, look: (icon: Raster) => string[]): string[] {
  try {
    const icon = decodePng(bytes);
    if (icon.width === size && icon.height === size) return look(icon);
    return [`${name} must be ${size} by ${size} pixels: it is ${icon.width} by ${icon.height}.`];
  } catch (error) {
    return [`${name} can't be read. ${error instanceof Error ? error.message : String(error)}`];
  }
}

function alphas({ data }: Raster): Uint8Array {
  return data.filter((_, index) => index % 4 === 3);
}

function onlyWhite({ data }: Raster): boolean {
  return data.every((part, index) => index % 4 === 3 || data[index - (index % 4) + 3] === 0 || part === 255);
}
