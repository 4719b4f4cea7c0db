import type { Theme } from "../theme.ts";

interface Palette {
  readonly ground: string;
  readonly emphasis: string;
  readonly text: string;
  readonly subtle: string;
  readonly accent: string;
  readonly good: string;
  readonly warning: string;
  readonly attention: string;
  readonly line: string;
}

const palettes: Readonly<Record<Theme, Palette>> = {
  default: {
    ground: "#ffffff",
    emphasis: "#f5f5f5",
    text: "#242424",
    subtle: "#616161",
    accent: "#4f52b2",
    good: "#0e700e",
    warning: "#8a3707",
    attention: "#b10e1c",
    line: "#d1d1d1",
  },
  dark: {
    ground: "#292929",
    emphasis: "#333333",
    text: "#ffffff",
    subtle: "#d6d6d6",
    accent: "#a6a9ff",
    good: "#92c353",
    warning: "#f7b089",
    attention: "#f1707b",
    line: "#525252",
  },
  contrast: {
    ground: "#000000",
    emphasis: "#000000",
    text: "#ffffff",
    subtle: "#ffffff",
    accent: "#1aebff",
    good: "#3ff23f",
    warning: "#ffff00",
    attention: "#ffff00",
    line: "#ffffff",
  },
};

const sizes = { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 };
const weights = { lighter: 400, default: 400, bolder: 600 };

/** How cards look in this theme: Teams' type ramp and colours, in the words of the Adaptive Cards host config. */
export function hostConfigFor(theme: Theme) {
  const palette = palettes[theme];
  const container = (ground: string) => ({ backgroundColor: ground, foregroundColors: foreground(palette) });
  return {
    supportsInteractivity: true,
    fontFamily: "inherit",
    fontSizes: sizes,
    fontWeights: weights,
    lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
    spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: palette.line },
    textBlock: { headingLevel: 2 },
    textStyles: { heading: { size: "large", weight: "bolder", color: "default", isSubtle: false } },
    containerStyles: {
      default: container("transparent"),
      emphasis: container(palette.emphasis),
      accent: container(palette.emphasis),
      good: container(palette.emphasis),
      warning: container(palette.emphasis),
      attention: container(palette.emphasis),
    },
    actions: {
      maxActions: 6,
      spacing: "medium",
      buttonSpacing: 8,
      actionsOrientation: "horizontal",
      actionAlignment: "left",
      allowTitleToWrap: true,
      showCard: { actionMode: "inline", inlineTopMargin: 12, style: "emphasis" },
    },
    inputs: { label: { inputSpacing: "small", requiredInputs: { suffix: " (needed)" } } },
    factSet: { title: { weight: "bolder", wrap: true }, value: { wrap: true }, spacing: 8 },
  };
}

function foreground(palette: Palette) {
  const both = (colour: string, subtle = colour) => ({ default: colour, subtle });
  return {
    default: both(palette.text, palette.subtle),
    light: both(palette.text, palette.subtle),
    dark: both(palette.text, palette.subtle),
    accent: both(palette.accent),
    good: both(palette.good),
    warning: both(palette.warning),
    attention: both(palette.attention),
  };
}
