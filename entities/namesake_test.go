package entities_test

import "testing"

// TestNamesakes holds whom a part of a name means where several have it.
func TestNamesakes(t *testing.T) {
	checkLinks(t, []linkCase{
		{"who was named in full last", "2024-03-05", "Ada Berg arrived. Cleo Berg arrived. Berg said that the road was open.", []string{"Berg said", "~cleo-berg"}},
		{"a title tells them apart", "2024-03-05", "Ms Ada Berg arrived. Mr Carl Berg arrived. Ms Berg said that the road was open.", []string{"Ms Berg", "~ada-berg"}},
		{"relatives by their first names", "2024-03-05", "Ada Berg and Carl Berg arrived on Monday. Ada said that she would stay.", []string{"Ada#2", "~ada-berg", "she", "~ada-berg"}},
		{"a name with its particle", "2024-03-05", "Alex Jones met Van Jones. Mr Van Jones said that he would stay.", []string{"Van Jones#2", "~van-jones"}},
		{"one article for the other", "2024-03-05", "Abdel Fattah al-Sisi arrived. El-Sisi said that he would stay.", []string{"El-Sisi", "abdel-fattah-el-sisi"}},
		{"a letter off", "2024-03-05", "Ada Bergstrom arrived. Bergstrm said that the road was open.", []string{"Bergstrm", "~ada-bergstrom"}},
		{"a letter off two", "2024-03-05", "Ada Bergstrom arrived. Cleo Bergstram arrived. Bergstrem said that the road was open.", []string{"Bergstrem", "~bergstrem"}},
		{"a longer name than the tables have", "2024-03-05", "Faisal bin Farhan Al Saud said that the road was open.", []string{"Faisal bin Farhan Al Saud", "faisal-bin-farhan"}},
		{"a prince by the given name", "2024-03-05", "Mohammed bin Salman arrived. Prince Mohammed said that the road was open.", []string{"Prince Mohammed", "mohammed-bin-salman"}},
		{"initials", "2024-03-05", "Ottilie Farnborough arrived. O. Farnborough said that the road was open.", []string{"O. Farnborough", "~ottilie-farnborough"}},
		{"a month that is a person", "2017-03-05", "Theresa May met Angela Merkel on Monday. May told Merkel that she would stay.", []string{"May#2", "theresa-may"}},
		{"a month", "2024-03-05", "The meeting in May was short.", []string{"May", "nobody"}},
		{"a word that is a person after the full name", "2014-03-05", "Ban Ki-moon arrived on Monday. Ban said that the talks had gone well.", []string{"Ban#2", "ban-ki-moon"}},
		{"a title that goes on", "2024-03-05", "Minister of Interior and Municipalities Bassam Mawlawi said that the road was open.", []string{"Bassam Mawlawi", "~bassam-mawlawi"}},
	}, actorOf)
}
