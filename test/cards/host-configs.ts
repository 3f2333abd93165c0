/** What a theme of Teams looks like, as far as a card shows it. */
export interface Look {
  name: 'light' | 'dark';
  /** Behind the card. */
  page: string;
  /** Of a button or field. */
  surface: string;
  text: string;
  subtle: string;
  line: string;
  brand: string;
  onBrand: string;
  emphasis: string;
  good: string;
  warning: string;
  attention: string;
  accent: string;
}

/** Colours after Fluent UI's themes for Teams, which is what people have around the card. */
export const light: Look = {
  name: 'light',
  page: '#ffffff',
  surface: '#ffffff',
  text: '#242424',
  subtle: '#616161',
  line: '#d1d1d1',
  brand: '#5b5fc7',
  onBrand: '#ffffff',
  emphasis: '#f5f5f5',
  good: '#0e700e',
  warning: '#835c00',
  attention: '#b10e1c',
  accent: '#4f52b2',
};

/** The dark theme. */
export const dark: Look = {
  name: 'dark',
  page: '#292929',
  surface: '#333333',
  text: '#ffffff',
  subtle: '#adadad',
  line: '#666666',
  brand: '#4f52b2',
  onBrand: '#ffffff',
  emphasis: '#333333',
  good: '#54b054',
  warning: '#f2c661',
  attention: '#ff99a4',
  accent: '#aab1fa',
};

function containerStyle(look: Look, backgroundColor: string) {
  const colour = (value: string, subtle = value) => ({ default: value, subtle });
  return {
    backgroundColor,
    foregroundColors: {
      default: colour(look.text, look.subtle),
      dark: colour(look.text, look.subtle),
      light: colour(look.subtle),
      accent: colour(look.accent),
      good: colour(look.good),
      warning: colour(look.warning),
      attention: colour(look.attention),
    },
  };
}

/** A host configuration of the renderer with the sizes and colours of Teams. */
export function hostConfig(look: Look): object {
  return {
    fontFamily: 'Kompas emoji, Segoe UI, Selawik, Noto Sans, DejaVu Sans, sans-serif',
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: look.line },
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 400, default: 400, bolder: 600 },
    containerStyles: {
      default: containerStyle(look, look.page),
      emphasis: containerStyle(look, look.emphasis),
    },
    actions: {
      maxActions: 6,
      buttonSpacing: 8,
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
      spacing: 'default',
      showCard: { actionMode: 'inline', inlineTopMargin: 8 },
    },
    inputs: {
      label: {
        inputSpacing: 'small',
        requiredInputs: { weight: 'bolder' },
        optionalInputs: { weight: 'bolder' },
      },
    },
    textBlock: { headingLevel: 2 },
    imageSizes: { small: 32, medium: 52, large: 100 },
    supportsInteractivity: true,
  };
}
