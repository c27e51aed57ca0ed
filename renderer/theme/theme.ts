import { Button, createTheme, Modal, NumberInput, Select, Table, Textarea, TextInput } from '@mantine/core';

/** How Mantine's parts behave here; their colours stand in mantine.css. */
export const theme = createTheme({
  primaryColor: 'flame',
  primaryShade: 6,
  colors: {
    flame: [
      '#fdeee6',
      '#fbdccd',
      '#f5b89b',
      '#ef9268',
      '#ea713d',
      '#d9531e',
      '#bf4310',
      '#a3380c',
      '#852d09',
      '#5f2006',
    ],
  },
  fontFamily: 'var(--mantine-font-family)',
  defaultRadius: 'md',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({ defaultProps: { size: 'sm' } }),
    Modal: Modal.extend({
      defaultProps: { centered: true, radius: 'lg', closeButtonProps: { 'aria-label': 'Close' } },
    }),
    NumberInput: NumberInput.extend({ defaultProps: { hideControls: true } }),
    Select: Select.extend({ defaultProps: { allowDeselect: false } }),
    Table: Table.extend({ defaultProps: { verticalSpacing: 'xs', horizontalSpacing: 'sm' } }),
    Textarea: Textarea.extend({ defaultProps: { autosize: true, minRows: 2 } }),
    TextInput: TextInput.extend({ defaultProps: { spellCheck: true } }),
  },
});
