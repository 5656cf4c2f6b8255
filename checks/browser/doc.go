// Package browser holds the pages to what a person does with them: a headless Chromium,
// driven by chromedp, walks through the record of the invented negotiation as `rapporteur
// serve` gives it. It has tests alone.
//
// Chromium is looked for as chromium in the path, or at RAPPORTEUR_CHROMIUM; where there
// is none the tests are skipped, and fail if CI is set. RAPPORTEUR_SCREENSHOTS names a
// folder that then gets a picture of every page at three widths.
//
// testdata/axe.min.js is axe-core 4.14.1 of Deque Systems under the Mozilla Public License
// 2.0 (testdata/axe.LICENSE), as npm has it. Only these tests load it.
package browser
