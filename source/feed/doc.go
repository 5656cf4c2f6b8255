// Package feed finds out which reports an outlet has: it reads feeds (RSS, Atom, JSON
// Feed), sitemaps, news sitemaps among them, and pages of a section, finds the feeds that
// a site offers, and reads and writes lists of feeds (OPML 2.0).
//
// In come bytes, as a server sent them, in whatever encoding; out go items with their
// addresses, resolved, without the parameters by which outlets follow readers around.
// Nothing is fetched here. What is hostile (entities that multiply, elements a million
// deep, items without an end) is refused or cut off.
package feed
