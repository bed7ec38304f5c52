/** A folder (relative to the root, with a slash at its end) or a single file, and what code in it may not reach. */
export interface Rule {
  readonly from: string;
  /** Parts of `from` that the rule leaves out. */
  readonly exceptFrom?: readonly string[];
  /** Every import of our own must be one of these… */
  readonly onlyTo?: readonly string[];
  /** …and none of these. */
  readonly never?: readonly string[];
  /** Packages (or `node:`) that code there must not name. */
  readonly neverPackages?: readonly string[];
  /** Folders side by side in `from` keep to themselves. */
  readonly siblingsApart?: true;
  readonly why: string;
}

const ENTRY_POINTS = ['src/main/shell/', 'src/main/headless/', 'src/main/cli/'];
const NATIVE = ['node:', 'electron', 'better-sqlite3', 'ws', 'commander'];
const engine = (name: string) => `src/shared/engine/${name}/`;
const otherThan = (...names: string[]) => ENGINE_PARTS.filter((part) => !names.includes(part)).map(engine);
const ENGINE_PARTS = ['backends', 'comparison', 'crf', 'evaluation', 'features', 'kernels', 'losses', 'model', 'training'];

/** The import directions of the design. Types count as much as values. */
export const RULES: readonly Rule[] = [
  { from: 'src/shared/', onlyTo: ['src/shared/'], neverPackages: NATIVE, why: 'shared runs anywhere' },
  { from: 'src/renderer/', onlyTo: ['src/renderer/', 'src/shared/'], neverPackages: NATIVE, why: 'the renderer runs in a sandbox and knows the core by its contract' },
  { from: 'src/main/', onlyTo: ['src/main/', 'src/shared/'], why: 'main and renderer meet in shared' },
  { from: 'src/main/', exceptFrom: ['src/main/shell/'], neverPackages: ['electron'], why: 'all but the shell runs without Electron' },
  ...['store', 'importers', 'exporters'].map((name): Rule => ({
    from: `src/main/${name}/`,
    never: ['src/main/core/', 'src/main/trainer/', ...ENTRY_POINTS],
    why: `${name} know neither services nor hosts`,
  })),
  { from: 'src/main/core/services/', never: ['src/shared/transport/'], neverPackages: ['birpc', 'ws'], why: 'services know no transport' },
  ...ENTRY_POINTS.map((folder): Rule => ({
    from: 'src/',
    exceptFrom: [folder],
    never: [folder],
    why: 'entry points are imported by nothing',
  })),
  { from: engine('training'), never: otherThan('training', 'model', 'losses', 'evaluation', 'features', 'crf', 'kernels'), why: 'training -> model, losses, evaluation' },
  { from: engine('model'), never: otherThan('model', 'kernels', 'crf'), why: 'model -> kernels, crf' },
  { from: engine('comparison'), never: otherThan('comparison', 'evaluation'), why: 'comparison -> evaluation' },
  { from: engine('kernels'), never: otherThan('kernels'), why: 'kernels stand alone' },
  { from: engine('crf'), never: otherThan('crf'), why: 'the CRF stands alone' },
  { from: engine('features'), never: otherThan('features'), why: 'features stand alone' },
  { from: engine('evaluation'), never: otherThan('evaluation'), why: 'evaluation judges numbers, whatever made them' },
  { from: engine('losses'), never: otherThan('losses', 'kernels', 'crf'), why: 'losses -> kernels, crf' },
  {
    from: 'src/',
    exceptFrom: [engine('backends'), 'src/main/trainer/', 'src/renderer/trainer/'],
    never: [engine('backends')],
    why: 'only entry points import backends',
  },
  { from: 'src/renderer/screens/', siblingsApart: true, why: 'screens never import each other' },
  { from: 'src/', never: ['test/', 'scripts/', 'bench/'], why: 'the app does not lean on its tests' },
];
