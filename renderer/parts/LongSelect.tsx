import { Select, type SelectProps } from '@mantine/core';
import { useState } from 'react';

/**
 * A choice among many, or one of many on a page. Its options are built when it gets the focus, which it does before it
 * can be opened: a page of them would otherwise build thousands that nobody looks at.
 */
export function LongSelect({ comboboxProps, onFocus, ...rest }: SelectProps) {
  const [wasFocused, setWasFocused] = useState(false);
  return (
    <Select
      {...rest}
      comboboxProps={{ ...comboboxProps, keepMounted: wasFocused }}
      onFocus={(event) => {
        setWasFocused(true);
        onFocus?.(event);
      }}
    />
  );
}
