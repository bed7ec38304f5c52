// Lints, and checks the import directions of the design.
import { lintChecks, runChecks } from './support/checks.mjs';
import { prepare } from './support/prepare.mjs';

const { failed } = await runChecks(await prepare(), lintChecks);
process.exit(failed === 0 ? 0 : 1);
