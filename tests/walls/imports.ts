import { type ESTree, parseSync } from 'vite';

export type Import = {
  /** As written: `./x.ts`, `#shared/…`, `zod`. */
  readonly from: string;
  /** The names taken; empty for a whole module. */
  readonly names: readonly string[];
  readonly line: number;
};

/**
 * Every way a file names another module: import, export from, import(), import types, require().
 * @throws when the file cannot be parsed
 */
export function importsOf(file: string, source: string): Import[] {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0]?.message}`);
  const found: Import[] = [];
  const note = (from: unknown, names: readonly string[], at: number) => {
    if (typeof from === 'string') found.push({ from, names, line: source.slice(0, at).split('\n').length });
  };
  for (const node of nodesOf(program)) {
    switch (node.type) {
      case 'ImportDeclaration':
        note(node.source.value, node.specifiers.map(importedName), node.start);
        break;
      case 'ExportAllDeclaration':
      case 'ExportNamedDeclaration':
      case 'TSImportType':
        note(node.source?.value, [], node.start);
        break;
      case 'ImportExpression':
        note(literal(node.source) ?? '(computed)', [], node.start);
        break;
      case 'CallExpression':
        if (node.callee.type === 'Identifier' && node.callee.name === 'require') {
          note(literal(node.arguments[0]) ?? '(computed)', [], node.start);
        }
        break;
    }
  }
  return found;
}

/** Every node of the tree, parents first. */
function* nodesOf(node: object): Generator<ESTree.Node> {
  if ('type' in node) yield node as ESTree.Node;
  for (const below of Object.values(node)) {
    if (typeof below === 'object' && below !== null) yield* nodesOf(below);
  }
}

function importedName(specifier: ESTree.ImportDeclarationSpecifier): string {
  if (specifier.type !== 'ImportSpecifier') return specifier.local.name;
  return specifier.imported.type === 'Identifier' ? specifier.imported.name : specifier.imported.value;
}

function literal(node: { readonly type: string; readonly value?: unknown } | null | undefined): string | null {
  return node?.type === 'Literal' && typeof node.value === 'string' ? node.value : null;
}
