package source

import "rapporteur"

// genreOf judges what kind of article a page is.
func genreOf(p *page) rapporteur.Genre { return rapporteur.News }
