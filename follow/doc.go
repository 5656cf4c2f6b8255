// Package follow keeps up with what people follow: feeds, sitemaps, pages of sections,
// folders. It knows when each is to be asked again, finds what is new in it, fetches the
// pages, once each and again for two days in case they are revised, and hands the reports
// on; who reads them and puts them on the record is given to it.
//
// It is polite. One connection a host at a time, with a pause after each that robots.txt
// may lengthen, with jitter; nothing that robots.txt refuses; conditional requests; a
// feed is asked no sooner than it, its cache headers or Retry-After say; what fails is
// asked less and less often, and not at all when it is gone for good. Redirects that are
// permanent are remembered.
//
// It survives: all that it knows lies in a Store, written down before it is acted upon,
// so that a process that is killed asks at worst for one page again, and the record knows
// that page. One bad host holds up nobody else.
//
// Clock and randomness are injected; a round under a clock of a test takes no time.
package follow
