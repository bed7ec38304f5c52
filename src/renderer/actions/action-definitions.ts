/** An action as a person knows it. What it does is registered by the part of the interface that can do it. */
export interface ActionDefinition {
  readonly id: ActionId;
  readonly title: string;
  readonly group: ActionGroup;
  /** In tinykeys' notation; `$mod` is Ctrl, on a Mac Command. The first is shown beside buttons. */
  readonly keys: readonly string[];
}

export type ActionGroup = 'General' | 'Bars and spans' | 'The selected span' | 'Windows' | 'Reviewing' | 'Chart' | 'Training' | 'Comparing';

const general = [
  ['app.palette', 'Find any action', ['$mod+k']],
  ['app.keys', 'Show all keys', ['[Shift]+?']],
  ['app.undo', 'Undo', ['$mod+z']],
  ['app.redo', 'Redo', ['$mod+Shift+z', '$mod+y']],
  ['history.show', 'Show or hide the history of labels', ['Shift+h']],
  ['history.go-to', 'Undo or redo up to the step that is chosen in the history', ['Shift+z']],
  ['app.next-area', 'Go to the next area', ['F6']],
  ['app.previous-area', 'Go to the previous area', ['Shift+F6']],
  ['app.theme', 'Switch between dark and light', []],
  ['app.guide', 'Show the guided first minute', []],
  ['go.projects', 'Go to Projects', ['g p']],
  ['go.import', 'Go to Import', ['g i']],
  ['go.label', 'Go to Label', ['g l']],
  ['go.review', 'Go to Review: where a run and the labels disagree', ['g r']],
  ['go.train', 'Go to Train', ['g t']],
  ['go.compare', 'Go to Compare', ['g c']],
] as const;

const spans = [
  ['span.start-end', 'Start or end a span at the cursor', ['Space']],
  ['move.left', 'Move the cursor or the selected edge left', ['ArrowLeft']],
  ['move.right', 'Move the cursor or the selected edge right', ['ArrowRight']],
  ['move.left-5', 'The same, 5 bars left', ['Shift+ArrowLeft']],
  ['move.right-5', 'The same, 5 bars right', ['Shift+ArrowRight']],
  ['move.other-left', 'Move the other edge left', ['Alt+ArrowLeft']],
  ['move.other-right', 'Move the other edge right', ['Alt+ArrowRight']],
  ['move.first', 'Cursor to the first bar of the window', ['Home']],
  ['move.last', 'Cursor to the last bar of the window', ['End']],
  ['span.next', 'Select the next span, labelled or predicted (while the chart has focus)', ['Tab']],
  ['span.previous', 'Select the previous span, labelled or predicted (while the chart has focus)', ['Shift+Tab']],
  ['span.edge', 'Choose what the arrows move: start, end or cursor', ['e']],
  ['span.deselect', 'Deselect; drop a started span; return from the past to now', ['Escape']],
] as const;

const selected = [
  ['span.confidence-1', 'Confidence 0.2', ['1']],
  ['span.confidence-2', 'Confidence 0.4', ['2']],
  ['span.confidence-3', 'Confidence 0.6', ['3']],
  ['span.confidence-4', 'Confidence 0.8', ['4']],
  ['span.confidence-5', 'Confidence 1.0', ['5']],
  ['span.advance', 'A digit goes on to the next span, or stays', ['Shift+g']],
  ['span.less-uncertain', 'Edge less uncertain by a bar', ['BracketLeft']],
  ['span.more-uncertain', 'Edge more uncertain by a bar', ['BracketRight']],
  ['span.type', 'Next type: none, consolidation, retracement', ['t']],
  ['span.direction', 'Next direction: from the bars, up, down', ['d']],
  ['span.details', 'Go to the details of the span', ['Shift+i']],
  ['span.note', 'Write a note', ['m']],
  ['span.delete', 'Delete the span', ['Delete', 'Backspace']],
  ['spans.delete', 'Delete many spans: of the window, or of the series', ['Shift+Delete']],
  ['spans.type', 'Change the type of many spans: of the window, or of the series', ['y']],
] as const;

const windows = [
  ['window.complete', 'Complete the window and open the next pending one', ['Enter']],
  ['window.skip', 'Skip the window, with a reason', ['s']],
  ['window.reopen', 'Put the window back among the pending', ['r']],
  ['window.next', 'Open the next window', ['.']],
  ['window.previous', 'Open the previous window', [',']],
  ['window.back', 'Go back to the window that was open before', ['[Shift]+<']],
  ['window.date', 'Go to a date', ['Shift+d']],
  ['queue.order', 'Next order of the queue: in time, by chance, least sure, most at odds', ['Shift+o']],
  ['queue.state', 'Next state that the queue shows: all, pending, done, skipped', ['Shift+f']],
  ['window.make', 'Make windows from a series', []],
  ['window.of-span', 'Open the window of the selected span, from the free chart', ['Shift+Enter']],
  ['window.free', 'Switch between the window and the free chart', ['c']],
] as const;

const reviewing = [
  ['review.toggle', 'Switch between the queue and the review of the run on the chart', ['q']],
  ['review.next', 'Next disagreement', ['n']],
  ['review.previous', 'Previous disagreement', ['p']],
  ['review.accept', 'Accept what is predicted: the labels become what the run says; a label that nothing meets is removed', ['a']],
  ['review.fix', 'Fix: the label takes both predicted edges', ['f']],
  ['review.fix-start', 'Fix the start alone', ['Shift+s']],
  ['review.fix-end', 'Fix the end alone', ['Shift+e']],
  ['review.reject', 'Reject: the labels stand, and it is not asked again', ['x']],
  ['review.unsure', 'Unsure: put it aside', ['u']],
  ['review.bulk', 'Accept all predictions above a score', ['Shift+a']],
  ['review.summary', 'Show what the run and the labels say together', ['i']],
] as const;

const chart = [
  ['chart.mode', 'Switch between labelling and panning', ['l']],
  ['chart.zoom-in', 'Zoom in', ['[Shift]+Equal', 'NumpadAdd']],
  ['chart.zoom-out', 'Zoom out', ['Minus', 'NumpadSubtract']],
  ['chart.fit', 'Fit the window', ['w']],
  ['chart.whole', 'Show the whole series', ['Shift+w']],
  ['chart.snap', 'Draw dragged edges to swings, or not', ['Shift+n']],
  ['chart.measure', 'Measure from the cursor, or end measuring', ['Shift+x']],
  ['chart.menu', 'Show what can be done with the selected span, or at the cursor', ['Shift+F10', 'ContextMenu']],
  ['chart.labels', 'Show or hide labels', ['h']],
  ['chart.predictions', 'Show or hide predicted spans', ['o']],
  ['chart.probability', 'Show or hide the probability', ['b']],
  ['chart.soft-mask', 'Show or hide the target that the model learns from', ['Shift+u']],
  ['chart.volume', 'Show or hide the volume', ['v']],
  ['chart.days', 'Show or hide where days and regular hours begin', ['Shift+l']],
  ['chart.ema', 'Show or hide the averages of 20 and 50 candles (EMA)', ['z e']],
  ['chart.vwap', 'Show or hide the average price of the day by volume (VWAP)', ['z w']],
  ['chart.atr', 'Show or hide the average true range (ATR)', ['z a']],
  ['chart.features', 'Show or hide the features that a model reads', ['z f']],
  ['chart.higher', 'Show or hide a higher timeframe under the bars', ['Shift+p']],
  ['chart.higher-next', 'Next higher timeframe: 5m, 15m, 30m, 1h, 4h, 1d, 1w', ['Shift+y']],
] as const;

const training = [
  ['train.start', 'Start training', ['$mod+Enter']],
  ['train.backends', 'Show and test the back ends', []],
  ['train.again', 'Train again with the labels of now, while labelling goes on', ['Shift+r']],
  ['train.before', 'Show the run from before the last training, or the new one again', ['Shift+b']],
  ['train.resume', 'Go on with a training that ended early', []],
  ['train.rename', 'Rename the run or experiment', ['F2']],
  ['train.cancel', 'Stop training and keep what was learned', []],
  ['train.experiment-resume', 'Go on with the experiment', []],
  ['train.experiment-cancel', 'Stop the experiment and keep its runs', []],
  ['train.favourite', 'Mark as a favourite or take the mark back', []],
  ['train.archive', 'Archive, or take out of the archive', []],
  ['train.mark', 'Mark for the comparison, or take the mark back', ['Shift+m']],
  ['train.unmark', 'Take back all marks for the comparison', []],
  ['train.compare', 'Compare the marked runs and experiments', ['Shift+c']],
  ['train.watch', 'Choose the windows to watch while a run trains', []],
  ['train.epoch-back', 'Show the epoch before', ['j']],
  ['train.epoch-forward', 'Show the next epoch', ['k']],
  ['train.epoch-first', 'Show the first epoch', ['Shift+j']],
  ['train.epoch-latest', 'Show the newest epoch and follow the training', ['Shift+k']],
] as const;

const comparing = [
  ['compare.save', 'Save the report of the comparison', ['$mod+s']],
  ['compare.together', 'Judge the compared ones together, too, by the mean of their probabilities', ['Shift+t']],
] as const;

type Rows = readonly (readonly [string, string, readonly string[]])[];
type IdOf<R extends Rows> = R[number][0];
export type ActionId =
  | IdOf<typeof general>
  | IdOf<typeof spans>
  | IdOf<typeof selected>
  | IdOf<typeof windows>
  | IdOf<typeof reviewing>
  | IdOf<typeof chart>
  | IdOf<typeof training>
  | IdOf<typeof comparing>;

function define(group: ActionGroup, rows: Rows): readonly ActionDefinition[] {
  return rows.map(([id, title, keys]) => ({ id: id as ActionId, title, group, keys }));
}

/** Every action there is, in the order in which the key sheet shows them. */
export const ACTIONS: readonly ActionDefinition[] = [
  ...define('Bars and spans', spans),
  ...define('The selected span', selected),
  ...define('Windows', windows),
  ...define('Reviewing', reviewing),
  ...define('Chart', chart),
  ...define('Training', training),
  ...define('Comparing', comparing),
  ...define('General', general),
];

export const ACTION_GROUPS: readonly ActionGroup[] = ['Bars and spans', 'The selected span', 'Windows', 'Reviewing', 'Chart', 'Training', 'Comparing', 'General'];

const REPEATABLE = /^(move\.|chart\.zoom|app\.(undo|redo)|span\.(next|previous|less-uncertain|more-uncertain)|window\.(next|previous)|review\.(next|previous)|train\.epoch-(back|forward))/;

/** Whether a held key goes on carrying it out. A held Enter must not complete one window after the other. */
export function isRepeatable(id: ActionId): boolean {
  return REPEATABLE.test(id);
}

export function actionById(id: ActionId): ActionDefinition {
  const found = ACTIONS.find((action) => action.id === id);
  if (found === undefined) throw new Error(`No action is called ${id}.`);
  return found;
}
