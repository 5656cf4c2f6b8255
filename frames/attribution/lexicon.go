package attribution

import "embed"

//go:embed tables/*.tsv
var tables embed.FS

// lexicon is what the rules know of words. It is read-only.
type lexicon struct {
	classes map[wordClass]bool
	cues    cues
	media   *media
	// anonymity is what sources ask who do not want to be known.
	anonymity anonymity
}

func loadLexicon() (*lexicon, error) {
	cues, err := loadCues()
	if err != nil {
		return nil, err
	}
	media, err := loadMedia()
	if err != nil {
		return nil, err
	}
	classes, err := loadClasses()
	if err != nil {
		return nil, err
	}
	asked, err := loadAnonymity()
	if err != nil {
		return nil, err
	}
	return &lexicon{cues: cues, media: media, classes: classes, anonymity: asked}, nil
}

// knows reports whether a lemma begins a cue.
func (l *lexicon) knows(lemma string) bool { return len(l.cues[lemma]) > 0 }
