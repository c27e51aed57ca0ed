import { ColorInput, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { LIGHT } from '#shared/report/html/colours.ts';
import type { ReportOptions } from '#shared/report/report-options.ts';
import { LANGUAGE, type Language, languages } from '#shared/text/catalogue.ts';
import styles from './Appearance.module.css';
import { LogoField } from './LogoField.tsx';
import { localeChoices, localeExample } from './locale-choices.ts';

type Props = {
  readonly options: ReportOptions;
  readonly disabled: boolean;
  readonly onChange: (part: Partial<ReportOptions>) => void;
};

const SWATCHES = [LIGHT.treatment, '#0b5cad', '#0f766e', '#6d28d9', '#be185d', '#a16207'];
const HEX = /^#[0-9a-f]{6}$/;

/** The fields: each is kept as soon as it is left, and the report beside them follows. */
export function AppearanceForm({ options, disabled, onChange }: Props) {
  const [company, setCompany] = useState(options.company);
  const [accent, setAccent] = useState(options.accent ?? LIGHT.treatment);
  const keepAccent = (value: string) => {
    const hex = value.toLowerCase();
    if (HEX.test(hex)) onChange({ accent: hex === LIGHT.treatment ? null : hex });
  };
  return (
    <div className={styles.fields}>
      <TextInput
        disabled={disabled}
        label="Company"
        maxLength={80}
        onBlur={() => company.trim() !== options.company && onChange({ company: company.trim() })}
        onChange={(event) => setCompany(event.currentTarget.value)}
        placeholder="Above the question"
        value={company}
      />
      <LogoField disabled={disabled} logo={options.logo} onChange={(logo) => onChange({ logo })} />
      <ColorInput
        description="Darkened where it could not be read."
        disabled={disabled}
        format="hex"
        label="Accent colour"
        onBlur={() => keepAccent(accent)}
        onChange={setAccent}
        onChangeEnd={keepAccent}
        swatches={SWATCHES}
        swatchesPerRow={6}
        value={accent}
      />
      {languages.length > 1 && (
        <Select
          allowDeselect={false}
          data={languages.map((code) => ({ value: code, label: LANGUAGE[code].name }))}
          disabled={disabled}
          label="Language"
          onChange={(code) => {
            const language = languages.find((one): one is Language => one === code);
            if (language !== undefined) onChange({ language, locale: LANGUAGE[language].locale });
          }}
          value={options.language}
        />
      )}
      <Select
        allowDeselect={false}
        data={localeChoices(options.locale)}
        description={localeExample(options.locale)}
        disabled={disabled}
        label="Figures and dates"
        onChange={(locale) => locale !== null && onChange({ locale })}
        searchable
        value={options.locale}
      />
      <div>
        <span className={styles.label} id="report-paper">
          Paper
        </span>
        <SegmentedControl
          aria-labelledby="report-paper"
          data={[
            { value: 'a4', label: 'A4' },
            { value: 'letter', label: 'Letter' },
          ]}
          disabled={disabled}
          fullWidth
          onChange={(paper) => onChange({ paper: paper === 'letter' ? 'letter' : 'a4' })}
          value={options.paper}
        />
      </div>
    </div>
  );
}
