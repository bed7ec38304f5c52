// Everything that must hold: types per runtime, lint, import directions, then every test. `npm test -- ARGS` hands ARGS to vitest.
import { lintChecks, runChecks, typechecks } from './support/checks.mjs';
import { ensureBuilt } from './support/ensure-built.mjs';
import { prepare } from './support/prepare.mjs';
import { runVitest } from './support/run-vitest.mjs';

const node = await prepare();
const checks = await runChecks(node, [...typechecks, ...lintChecks]);
await ensureBuilt(node);
const tests = await runVitest(node, process.argv.slice(2));
const failed = checks.failed + tests.failed;
process.stdout.write(`${checks.passed + tests.passed} passed, ${failed} failed, ${tests.skipped} skipped\n`);
process.exit(failed === 0 ? 0 : 1);
