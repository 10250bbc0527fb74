import { Button, createTheme, type CSSVariablesResolver, TextInput } from '@mantine/core';
import controls from './controls.module.css';
import { TOKENS } from './tokens.ts';

const INK = [
  '#F6F7F8', '#ECEFF2', '#E3E6EA', '#CBD1D8', '#949EAC', '#828B97', '#5D6877', '#434D5B', '#272E38', '#12161C',
] as const;
/** The library's own dark greys are neutral; these are the design's. 4: borders, 5: hover, 6: controls and menus, 7: the page. */
const DARK = [
  '#ECEFF3', '#B9C1CC', '#949EAC', '#758191', '#3A4350', '#272E38', '#161A21', '#0E1116', '#0B0E12', '#07090C',
] as const;
/** Where menus, pickers and explanations are drawn. */
export const OVERLAYS_ID = 'overlays';

const FONT = '"Inter Variable", Inter, "Inter Fallback", system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif';

/** Mantine in the design's clothes: ink for the frame, Inter, 6 px corners, controls of 32 px (36 on a phone). */
export const theme = createTheme({
  primaryColor: 'ink',
  colors: { ink: INK, dark: DARK },
  primaryShade: { light: 9, dark: 1 },
  autoContrast: true,
  black: '#12161C',
  white: '#FFFFFF',
  fontFamily: FONT,
  fontFamilyMonospace: '"JetBrains Mono Variable", ui-monospace, Menlo, Consolas, monospace',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '18px' },
  lineHeights: { xs: '16px', sm: '20px', md: '20px', lg: '24px', xl: '26px' },
  headings: { fontFamily: FONT, fontWeight: '600' },
  defaultRadius: 6,
  respectReducedMotion: true,
  components: {
    // A dialog's head is no banner of the page. Not through `extend`, which would load dialogs with the first page.
    Modal: { defaultProps: { attributes: { header: { role: 'presentation' } } } },
    Drawer: { defaultProps: { attributes: { header: { role: 'presentation' } } } },
    Button: Button.extend({ classNames: { root: controls.button } }),
    TextInput: TextInput.extend({ classNames: { input: controls.input, label: controls.label } }),
    // As above: named, not imported, so that they are loaded with the pages that use them.
    // What opens at a button lies in the page's main region, not outside of every landmark.
    Popover: { defaultProps: { portalProps: { target: `#${OVERLAYS_ID}` } } },
    // Focus goes to the first item; an empty thing to focus first would be no part of a menu.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    NativeSelect: { classNames: { input: controls.input, label: controls.label } },
    Textarea: { classNames: { input: controls.input, label: controls.label } },
    PasswordInput: { classNames: { input: controls.input, label: controls.label } },
  },
});

// Mantine's own greys for borders, placeholders and dimmed text stay under the contrast that WCAG asks for.
const MANTINE = {
  '--mantine-color-body': 'var(--bg)',
  '--mantine-color-text': 'var(--text)',
  '--mantine-color-dimmed': 'var(--text-3)',
  '--mantine-color-placeholder': 'var(--text-3)',
  '--mantine-color-error': 'var(--bad-text)',
  '--mantine-color-anchor': 'var(--link)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--text)',
  '--mantine-color-default-border': 'var(--control)',
  '--mantine-color-ink-filled': 'var(--ink)',
  '--mantine-color-ink-filled-hover': 'var(--text-2)',
  '--mantine-primary-color-contrast': 'var(--on-ink)',
};

/** The design's tokens, and Mantine's own variables pointed at them, for both colour schemes. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...TOKENS.light, ...MANTINE },
  dark: { ...TOKENS.dark, ...MANTINE },
});
