// Typechecks every runtime against its own tsconfig.
import { runChecks, typechecks } from './support/checks.mjs';
import { prepare } from './support/prepare.mjs';

const { failed } = await runChecks(await prepare(), typechecks);
process.exit(failed === 0 ? 0 : 1);
