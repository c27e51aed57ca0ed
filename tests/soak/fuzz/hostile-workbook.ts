import { crc32, deflateRawSync } from 'node:zlib';
import type { HostileTable } from './hostile-table.ts';
import type { Random } from './random.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

type Part = { readonly path: string; readonly content: Buffer | string };

/** A table as an Excel workbook whose parts do not keep what the format promises. */
export function hostileWorkbook(table: HostileTable, random: Random): Buffer {
  const parts: Part[] = [
    {
      path: '[Content_Types].xml',
      content: `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    },
    {
      path: '_rels/.rels',
      content: `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      path: 'xl/workbook.xml',
      content: `${XML}<workbook ${MAIN} xmlns:r="${OFFICE}"><sheets><sheet name="${random.oneOf(['Data', '__proto__', "O'Neil!A1", ''])}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      path: 'xl/_rels/workbook.xml.rels',
      content: `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="${random.happens(90) ? 'worksheets/sheet1.xml' : random.oneOf(['../../../etc/passwd', 'worksheets/sheet9.xml', ''])}"/><Relationship Id="rId2" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    },
    { path: 'xl/sharedStrings.xml', content: `${XML}<sst ${MAIN} count="1"><si><t>shared</t></si></sst>` },
    { path: 'xl/worksheets/sheet1.xml', content: sheet(table, random) },
  ];
  if (random.happens(10)) parts.splice(random.below(parts.length), 1);
  if (random.happens(5)) parts.push({ path: 'xl/media/bomb.bin', content: Buffer.alloc(90 << 20) });
  if (random.happens(5)) parts.push({ path: '../../evil.txt', content: 'outside' });
  return zipOf(parts, random);
}

function sheet({ header, rows }: HostileTable, random: Random): string {
  const often = random.oneOf([0, 2, 20]);
  const lines = [header, ...rows].slice(0, 40).map((row, i) => {
    const cells = row.map((text, k) => (random.happens(often) ? oddCell(random) : cell(letters(k) + (i + 1), text)));
    return `<row r="${random.happens(2) ? oddNumber(random) : i + 1}">${cells.join('')}</row>`;
  });
  const body = lines.join(random.happens(5) ? random.oneOf(['<row>', '</sheetData>', ']]>', '<!--', '<![CDATA[']) : '');
  const entity = random.happens(10)
    ? `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${'bcdefghi'.replace(/./g, (name) => `<!ENTITY ${name} "${`&${String.fromCharCode(name.charCodeAt(0) - 1)};`.repeat(10)}">`)}<!ENTITY f SYSTEM "file:///etc/passwd">]>`
    : '';
  const deep = random.happens(3) ? '<a>'.repeat(50_000) : '';
  return `${XML}${entity}<worksheet ${MAIN}><dimension ref="${random.oneOf(['A1:E5', 'A1', 'A1:XFD1048576', '??'])}"/><sheetData>${body}${deep}</sheetData></worksheet>`;
}

function cell(place: string, text: string): string {
  if (/^-?\d{1,15}(?:\.\d+)?$/.test(text)) return `<c r="${place}"><v>${text}</v></c>`;
  return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

function oddCell(random: Random): string {
  return random.oneOf([
    '<c t="s"><v>999999999</v></c>',
    '<c t="s"><v>-1</v></c>',
    '<c t="s"><v>__proto__</v></c>',
    '<c t="b"><v>7</v></c>',
    '<c t="e"><v>#REF!</v></c>',
    '<c t="d"><v>2024-99-99</v></c>',
    '<c t="n"><v>1e999</v></c>',
    '<c s="4000000000"><v>45000</v></c>',
    '<c s="-1"><v>1e15</v></c>',
    '<c><f>HYPERLINK("http://x")</f><v>1</v></c>',
    '<c><f>1+1</f></c>',
    '<c r="XFD1048576"><v>1</v></c>',
    '<c r="ZZZZZZZ1"><v>1</v></c>',
    '<c r="A0"><v>1</v></c>',
    '<c r="a-1"><v>1</v></c>',
    '<c r=""><v>1</v></c>',
    '<c t="str"><v>&f;&i;&#0;&#xD800;&#x110000;&unknown;</v></c>',
    '<c t="inlineStr"><is><r><t>a</t></r><r/></is></c>',
    '<c t="inlineStr"/>',
    '<c><v>x</v><v>y</v></c>',
    '<c',
    '</c></row>',
  ]);
}

function oddNumber(random: Random): string {
  return random.oneOf(['0', '-1', '1048577', '999999999', '1e9', '99999999999999999999', 'x', '1', '']);
}

function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** A ZIP file of these parts, some of whose sizes or sums may be lies. */
export function zipOf(parts: readonly Part[], random: Random): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { path, content } of parts) {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    const isStored = random.happens(10);
    const packed = isStored ? bytes : deflateRawSync(bytes, { level: 1 });
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(random.happens(2) ? random.oneOf([1, 8, 0x0800]) : 0, 2);
    common.writeUInt16LE(random.happens(2) ? random.oneOf([1, 9, 12, 99]) : isStored ? 0 : 8, 4);
    common.writeUInt32LE((crc32(bytes) ^ (random.happens(2) ? 1 : 0)) >>> 0, 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(random.happens(2) ? random.oneOf([0, 1, 0xfffffffe]) : bytes.length, 18);
    common.writeUInt16LE(Buffer.byteLength(path), 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, Buffer.from(path), packed]);
    const where = Buffer.alloc(14);
    where.writeUInt32LE(random.happens(2) ? random.oneOf([0, 1, 0xfffffff0]) : offset, 10);
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000'), common, where, Buffer.from(path));
    files.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(random.happens(2) ? 65_535 : parts.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, listed, end]);
}
