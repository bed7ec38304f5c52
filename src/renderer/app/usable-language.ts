// A browser under a POSIX locale names its language `en-US@posix`, which Intl refuses; uPlot asks Intl for it as it loads,
// so this stands before every other import.
try {
  Intl.getCanonicalLocales(navigator.language);
} catch {
  Object.defineProperty(navigator, 'language', { value: 'en-US', configurable: true });
}
