// Package segment divides text into sentences and syntactic words.
//
// A paragraph comes in; its sentences and words go out as runs of bytes. A
// sentence never crosses the paragraph that was given, and every character
// that is not white space stands in exactly one word. Words follow Universal
// Dependencies 2 as the English treebanks EWT and GUM apply it
// (https://universaldependencies.org/en/tokenization.html): clitics are words
// of their own ("do n't", "Russia 's", "can not"), compounds are divided at
// their hyphens ("US - led") except after a prefix ("anti-Western"), amounts
// at the unit ("$ 4.2 bn"), and numbers, dates, addresses of the web and
// abbreviations stay whole.
//
// The rules favour news over the web: a sentence goes on after a quoted
// question with its speaker ("… table!" he said), a dateline ("SEOUL (Reuters)
// –") is a sentence of its own, as in EWT. Knowledge of words lies in tables/.
package segment
