// Package dates reads the expressions of time in news: "on Tuesday", "late on
// Saturday", "by June 30", "in the coming weeks", "two weeks ago".
//
// Text and the report's date come in; every expression found goes out with its
// bytes in the text and a [Value]: the most exact date or interval that the
// words support, written in EDTF (ISO 8601-2:2019, levels 0 and 1), with the
// precision that it has. Weeks and weekends are intervals of days, Monday to
// Sunday; parts of a year and quarters are intervals of months; seasons are
// 2025-21 (spring) to 2025-24 (winter, named by the year in which it begins);
// decades are 199X; what is only approximate carries a ~.
//
// A weekday or month without a year needs to know whether it is told or
// foretold: "met on Tuesday", "will meet on Tuesday". The caller may say so
// with a [TenseFunc]; without it the words around decide. On the report's own
// weekday the name of the day means that day.
//
// Durations ("for two weeks") and repeated times ("every Monday") are found so
// that nobody takes them for dates, and have no value. Times that hang on
// another event ("three days earlier", "the next day") are left alone, as are
// dates whose order of day and month is open (03/04/2015). Without the date of
// the report only absolute dates have a value, and only they are returned.
//
// The forms follow the TIMEX3 guidelines of TimeML (Pustejovsky et al. 2003)
// and HeidelTime (Strötgen and Gertz 2010), but a span includes the word that
// bounds an interval ("since 2015"). Words, named days and events are tables
// beside the code.
package dates
