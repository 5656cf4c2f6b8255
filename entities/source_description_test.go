package entities_test

import "testing"

// TestSources holds who speaks where no name says it.
func TestSources(t *testing.T) {
	checkLinks(t, []linkCase{
		{"one of several", "2024-03-05", "One of the Iranian officials said that the talks had failed.", []string{"One", "~one-of-the-iranian-officials", "officials", "~iranian-officials"}},
		{"a document without an author", "2024-03-05", "The report said that prices had risen.", []string{"report", "~report"}},
		{"whose name stands in front", "2024-03-05", "A UN report said that prices had risen.", []string{"report", "UN"}},
		{"whose it is", "2024-03-05", "The ministry's statement said that prices had risen.", []string{"statement", "~ministry"}},
		{"who spoke in one before", "2024-03-05", "“We agree,” NATO said in a statement. The statement said that the ships would stay.", []string{"The statement", "NATO"}},
		{"who issued it", "2024-03-05", "A report issued by NATO said that prices had risen.", []string{"report", "NATO"}},
		{"who wrote it", "2024-03-05", "A report by Amnesty International said that prices had risen.", []string{"report", "amnesty"}},
		{"a noun for people by its ending", "2024-03-05", "A beekeeper said that the winter had been mild.", []string{"beekeeper", "~beekeeper"}},
		{"an organ of no state", "2024-03-05", "The government said that the winter had been mild.", []string{"government", "~government"}},
		{"several", "2024-03-05", "Military figures said that the bridge would hold.", []string{"figures", "~military-figures"}},
		{"a thing", "2024-03-05", "The ceasefire said that the bridge would hold.", []string{"ceasefire", "nobody"}},
		{"a hearer nobody knows", "2024-03-05", "“We agree,” Sergei Lavrov told Harbour Weekly.", []string{"Harbour Weekly", "~harbour-weekly"}},
	}, referentOf)
}

// TestDescriptions holds whom noun phrases take up, and whose they are.
func TestDescriptions(t *testing.T) {
	checkLinks(t, []linkCase{
		{"some of a people and the people", "2024-03-05", "Many Iranians said that prices had risen. The Iranians left.", []string{"Many Iranians", "~iranians", "The Iranians", "IRN"}},
		{"a mission is not the sender", "2024-03-05", "The German ambassador to Russia said that he had left.", []string{"ambassador", "~german-ambassador-to-russia"}},
		{"an envoy by the mission", "2024-03-05", "The UN envoy for Yemen said that the talks had failed.", []string{"envoy", "hans-grundberg"}},
		{"what somebody is an expert on", "2024-03-05", "An expert on Iran said that the talks had failed.", []string{"expert", "~expert-on-iran"}},
		{"the state of the dateline", "2024-03-05", "OSLO — Norway closed the bridge. The government said that it would reopen. The prime minister agreed.",
			[]string{"The government", "NOR", "The prime minister", "jonas-gahr-store"}},
		{"an organ that no table knows", "2024-03-05", "The Central Bank of Iran said that prices had risen.", []string{"Central Bank of Iran", "~central-bank-of-iran"}},
		{"an organ with its owner", "2024-03-05", "Kenya's Supreme Court said that the vote stood.", []string{"Supreme Court", "~kenya-s-supreme-court"}},
		{"an office taken up", "2024-03-05", "The Russian foreign minister, Sergei Lavrov, spoke. The hosts praised the foreign minister.", []string{"the foreign minister", "sergei-lavrov"}},
	}, referentOf)
}
