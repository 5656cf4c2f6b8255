package attribution

import (
	"testing"

	"rapporteur/frames"
	"rapporteur/frames/schema"
	"rapporteur/language"
	"rapporteur/language/treetest"

	"github.com/google/go-cmp/cmp"
)

// treeCase is a text by its trees and the statements in it, a line each.
type treeCase struct {
	name, tree string
	want       []string
}

// lines writes statements a line each and holds every frame to the schema.
func lines(t *testing.T, doc *language.Document, found []frames.Frame) []string {
	t.Helper()
	inventory, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for i := range found {
		if err := frames.Check(inventory, doc, &found[i]); err != nil {
			t.Error(err)
		}
		out = append(out, line(doc, &found[i]))
	}
	return out
}

// readTrees reads statements from trees written by hand.
func readTrees(t *testing.T, cases []treeCase) {
	t.Helper()
	reader, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			doc := treetest.Parse(t, tc.tree)
			if diff := cmp.Diff(tc.want, lines(t, doc, reader.Statements(doc))); diff != "" {
				t.Errorf("%s\n%s", doc.Text, diff)
			}
		})
	}
}

func TestSources(t *testing.T) {
	readTrees(t, []treeCase{
		{"agent of a passive", `It/PRP/3/nsubj:pass was:be/VBD+AUX/3/aux:pass announced:announce/VBN/0/root by/IN/6/case the/DT/6/det mayor/NN/3/obl:agent that/IN+SCONJ/9/mark ferries:ferry/NNS/9/nsubj stopped:stop/VBD/3/ccomp`,
			[]string{"by the mayor | announced | ferries stopped"}},
		{"quoted as saying", `Moe/NNP/3/nsubj:pass was:be/VBD+AUX/3/aux:pass quoted:quote/VBN/0/root as/IN+SCONJ/5/mark saying:say/VBG/3/advcl that/IN+SCONJ/8/mark ferries:ferry/NNS/8/nsubj stopped:stop/VBD/5/ccomp`,
			[]string{"Moe | saying | ferries stopped"}},
		{"relative clause", `The/DT/2/det mayor/NN/9/nsubj ,/,/5/punct who/WP/5/nsubj said:say/VBD/2/acl:relcl ferries:ferry/NNS/7/nsubj stopped:stop/VBD/5/ccomp ,/,/5/punct resigned:resign/VBD/0/root`,
			[]string{"The mayor, who | said | ferries stopped"}},
		{"verbs joined", `Moe/NNP/2/nsubj came:come/VBD/0/root and/CC/4/cc said:say/VBD/2/conj ferries:ferry/NNS/6/nsubj stopped:stop/VBD/4/ccomp`,
			[]string{"Moe | said | ferries stopped"}},
		{"blamed for a gerund", `Oslo/NNP/2/nsubj criticised:criticise/VBD/0/root Riga/NNP/2/obj for/IN/5/mark claiming:claim/VBG/2/advcl that/IN+SCONJ/8/mark ferries:ferry/NNS/8/nsubj stopped:stop/VBD/5/ccomp`,
			[]string{"Oslo | criticised | Riga for claiming that ferries stopped", "Riga | claiming | ferries stopped"}},
		{"subject behind the verb", `Ferries:ferry/NNS/2/nsubj stopped:stop/VBD/4/ccomp ,/,/4/punct said:say/VBD/0/root Moe/NNP/4/obj ././4/punct`,
			[]string{"Moe | said | Ferries stopped"}},
	})
}

func TestNounsOfSaying(t *testing.T) {
	readTrees(t, []treeCase{
		{"possessor", `Riga/NNP/3/nmod:poss 's/POS/1/case claim/NN/8/nsubj that/IN+SCONJ/6/mark ferries:ferry/NNS/6/nsubj sank:sink/VBD/3/acl was:be/VBD+AUX/8/cop false/JJ/0/root`,
			[]string{"Riga's | claim | ferries sank"}},
		{"infinitive", `Riga/NNP/3/nmod:poss 's/POS/1/case promise/NN/0/root to/TO/5/mark pay/VB/3/acl`,
			[]string{"Riga's | promise | to pay"}},
		{"only wanted", `Oslo/NNP/2/nsubj wants:want/VBZ/0/root a/DT/4/det promise/NN/2/obj from/IN/6/case Riga/NNP/4/nmod to/TO/8/mark pay/VB/4/acl`, nil},
		{"nobody's", `The/DT/2/det claim/NN/6/nsubj that/IN+SCONJ/5/mark ferries:ferry/NNS/5/nsubj sank:sink/VBD/2/acl spread/VBD/0/root`, nil},
		{"a relative clause", `The/DT/2/det claim/NN/7/nsubj by/IN/4/case Riga/NNP/2/nmod that/WDT/6/obj upset/VBD/2/acl:relcl faded:fade/VBD/0/root`, nil},
	})
}

func TestPrepositions(t *testing.T) {
	readTrees(t, []treeCase{
		{"before the sentence", `According/VBG/3/case to/IN/1/fixed Moe/NNP/6/obl ,/,/6/punct ferries:ferry/NNS/6/nsubj stopped:stop/VBD/0/root ././6/punct`,
			[]string{"Moe | According to | ferries stopped"}},
		{"behind it", `Ferries:ferry/NNS/2/nsubj stopped:stop/VBD/0/root ,/,/6/punct according/VBG/6/case to/IN/4/fixed Moe/NNP/2/obl ././2/punct`,
			[]string{"Moe | according to | Ferries stopped"}},
		{"a document and whose it is", `According/VBG/4/case to/IN/1/fixed a/DT/4/det report/NN/9/obl by/IN/6/case Moe/NNP/4/nmod ,/,/9/punct ferries:ferry/NNS/9/nsubj stopped:stop/VBD/0/root ././9/punct`,
			[]string{"by Moe | According to | ferries stopped"}},
	})
}

func TestWhatIsNotSaid(t *testing.T) {
	readTrees(t, []treeCase{
		{"negated", `Moe/NNP/4/nsubj did:do/VBD+AUX/4/aux not/RB/4/advmod say/VB/0/root ferries:ferry/NNS/6/nsubj stopped:stop/VBD/4/ccomp`, nil},
		{"conditional", `If/IN+SCONJ/3/mark Moe/NNP/3/nsubj says:say/VBZ/6/advcl so/RB/3/advmod they/PRP/6/nsubj stop/VBP/0/root`, nil},
		{"declined", `Moe/NNP/2/nsubj declined:decline/VBD/0/root to/TO/4/mark comment/VB/2/xcomp on/IN/7/case the/DT/7/det fire/NN/4/obl`,
			[]string{"Moe | declined to comment | to comment on the fire"}},
	})
}

func TestTails(t *testing.T) {
	readTrees(t, []treeCase{
		{"the reporter goes on", `Moe/NNP/2/nsubj said:say/VBD/0/root ferries:ferry/NNS/4/nsubj stopped:stop/VBD/2/ccomp ,/,/8/punct although/IN+SCONJ/8/mark they/PRP/8/nsubj sailed:sail/VBD/2/advcl ././2/punct`,
			[]string{"Moe | said | ferries stopped"}},
		{"another says meanwhile", `Moe/NNP/2/nsubj said:say/VBD/0/root ferries:ferry/NNS/4/nsubj stopped:stop/VBD/2/ccomp while/IN+SCONJ/7/mark Oslo/NNP/7/nsubj denied:deny/VBD/2/advcl it/PRP/7/obj`,
			[]string{"Moe | said | ferries stopped"}},
		{"a semicolon", `Moe/NNP/2/nsubj said:say/VBD/0/root ferries:ferry/NNS/4/nsubj stopped:stop/VBD/2/ccomp ;/:/2/punct trains:train/NNS/7/nsubj ran:run/VBD/2/parataxis`,
			[]string{"Moe | said | ferries stopped"}},
		{"a verb joined to the cue", `Moe/NNP/2/nsubj said:say/VBD/0/root ferries:ferry/NNS/4/nsubj stopped:stop/VBD/2/ccomp and/CC/6/cc left:leave/VBD/2/conj`,
			[]string{"Moe | said | ferries stopped"}},
	})
}

func TestParticiples(t *testing.T) {
	readTrees(t, []treeCase{
		{"goes on", `Moe/NNP/2/nsubj said:say/VBD/0/root ferries:ferry/NNS/4/nsubj stopped:stop/VBD/2/ccomp ,/,/6/punct adding:add/VBG/2/advcl that/IN+SCONJ/9/mark trains:train/NNS/9/nsubj ran:run/VBD/6/ccomp`,
			[]string{"Moe | said | ferries stopped, adding that trains ran"}},
		{"the reporter infers", `Oslo/NNP/2/nsubj massed:mass/VBD/0/root ships:ship/NNS/2/obj ,/,/5/punct suggesting:suggest/VBG/2/advcl that/IN+SCONJ/8/mark talks:talk/NNS/8/nsubj failed:fail/VBD/5/ccomp`,
			[]string{" | suggesting | talks failed"}},
	})
}

func TestContinuedQuotations(t *testing.T) {
	readTrees(t, []treeCase{
		{"next sentence", "“/``/3/punct We/PRP/3/nsubj left:leave/VBD/7/ccomp ,/,/3/punct ”/''/3/punct Moe/NNP/7/nsubj said:say/VBD/0/root ././7/punct\n" +
			"“/``/3/punct Nobody/NN/3/nsubj cared:care/VBD/0/root ././3/punct ”/''/3/punct",
			[]string{"Moe | said | “We left,” / “Nobody cared.”"}},
		{"a paragraph of its own", "“/``/3/punct We/PRP/3/nsubj left:leave/VBD/7/ccomp ,/,/3/punct ”/''/3/punct Moe/NNP/7/nsubj said:say/VBD/0/root ././7/punct\n\n" +
			"“/``/3/punct Nobody/NN/3/nsubj cared:care/VBD/0/root and/CC/5/cc left:leave/VBD/3/conj the/DT/7/det hall/NN/5/obj ././3/punct ”/''/3/punct",
			[]string{"Moe | said | “We left,”", "Moe |  | “Nobody cared and left the hall.”"}},
	})
}

func TestObjects(t *testing.T) {
	readTrees(t, []treeCase{
		{"called for", `Moe/NNP/2/nsubj called:call/VBD/0/root for/IN/4/case calm/NN/2/obl`,
			[]string{"Moe | called for | calm"}},
		{"called for and an infinitive", `Moe/NNP/2/nsubj called:call/VBD/0/root for/IN/4/case rebels:rebel/NNS/2/obl to/TO/6/mark leave/VB/2/advcl`,
			[]string{"Moe | called for | rebels to leave"}},
		{"what somebody is called", `Moe/NNP/2/nsubj called:call/VBD/0/root the/DT/4/det plan/NN/2/obj a/DT/6/det trap/NN/2/xcomp`,
			[]string{"Moe | called | the plan a trap"}},
		{"whom somebody is accused of", `Moe/NNP/2/nsubj accused:accuse/VBD/0/root Riga/NNP/2/obj of/IN/5/mark cheating:cheat/VBG/2/advcl`,
			[]string{"Moe | accused | Riga of cheating"}},
		{"subject of a passive", `The/DT/2/det plan/NN/4/nsubj:pass was:be/VBD+AUX/4/aux:pass rejected:reject/VBN/0/root by/IN/6/case Moe/NNP/4/obl:agent`,
			[]string{"by Moe | rejected | The plan"}},
		{"no details", `Moe/NNP/2/nsubj offered:offer/VBD/0/root no/DT/4/det details:detail/NNS/2/obj`, nil},
		{"what the reporter adds to a noun", `Moe/NNP/2/nsubj rejected:reject/VBD/0/root the/DT/4/det plan/NN/2/obj ,/,/8/punct which/WDT/8/nsubj later/RB/8/advmod failed:fail/VBD/4/acl:relcl ././2/punct`,
			[]string{"Moe | rejected | the plan"}},
	})
}

func TestSlipsOfTheParser(t *testing.T) {
	readTrees(t, []treeCase{
		{"the clause hangs on the medium", `Moe/NNP/2/nsubj said:say/VBD/0/root in/IN/5/case a/DT/5/det letter/NN/2/obl ferries:ferry/NNS/7/nsubj stopped:stop/VBD/5/acl`,
			[]string{"Moe | said | ferries stopped"}},
		{"the infinitive hangs on the medium", `Moe/NNP/2/nsubj threatened:threaten/VBD/0/root in/IN/5/case a/DT/5/det speech/NN/2/obl to/TO/7/mark strike/VB/5/acl`,
			[]string{"Moe | threatened | to strike"}},
		{"the subject taken for the object", `Moe/NNP/2/nsubj stressed:stress/VBD/0/root the/DT/4/det rift/NN/2/obj would:will/MD/6/aux hurt/VB/2/ccomp trade/NN/6/obj`,
			[]string{"Moe | stressed | the rift would hurt trade"}},
		{"the hearer taken for the clause", `Moe/NNP/2/nsubj told:tell/VBD/0/root Reuters/NNP/6/nsubj the/DT/5/det ferries:ferry/NNS/6/nsubj stopped:stop/VBD/2/ccomp`,
			[]string{"Moe | told | the ferries stopped"}},
	})
}

func TestInsertedCues(t *testing.T) {
	readTrees(t, []treeCase{
		{"behind the sentence", `Ferries:ferry/NNS/2/nsubj stopped:stop/VBD/0/root ,/,/5/punct Moe/NNP/5/nsubj said:say/VBD/2/parataxis ././2/punct`,
			[]string{"Moe | said | Ferries stopped"}},
		{"between subject and verb", `Ferries:ferry/NNS/7/nsubj ,/,/4/punct Moe/NNP/4/nsubj said:say/VBD/7/parataxis ,/,/4/punct will/MD/7/aux stop/VB/0/root ././7/punct`,
			[]string{"Moe | said | Ferries / will stop"}},
		{"a participle before the subject", `Addressing:address/VBG/5/advcl voters:voter/NNS/1/obj ,/,/1/punct Moe/NNP/5/nsubj said:say/VBD/0/root ferries:ferry/NNS/7/nsubj stopped:stop/VBD/5/ccomp ././5/punct`,
			[]string{"Moe | said | ferries stopped"}},
	})
}

func TestNotCovered(t *testing.T) {
	readTrees(t, []treeCase{
		{"an attributive participle", `The/DT/3/det alleged:allege/VBN/3/amod thief/NN/4/nsubj fled:flee/VBD/0/root`, nil},
		{"told, the hearer is the subject", `Asked:ask/VBN/6/advcl about/IN/3/case it/PRP/1/obl ,/,/1/punct Moe/NNP/6/nsubj left:leave/VBD/0/root`, nil},
	})
}
