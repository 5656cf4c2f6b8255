package reading

func (r *reading) positions() {}
