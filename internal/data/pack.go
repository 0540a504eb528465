package data

// pack moves the observations into one block of memory, without those that were
// not kept.
func (f *observationFile) pack() {
	block := make([]Observation, len(f.observations))
	for i, o := range f.observations {
		o.rank = int32(i) // for a moment: a total stands before its parts
		packed := &block[i]
		*packed = *o
		packed.rank = 0
		if o.Source == f.unknown {
			packed.Source = nil
		}
		if o.Parent != nil {
			packed.Parent = f.observations[o.Parent.rank]
		}
		f.observations[i] = packed
	}
	f.room = nil
}

// room is how many observations get memory at once.
const room = 64

// start is a new observation that is as another so far.
func (f *observationFile) start(as Observation) *Observation {
	if len(f.room) == 0 {
		f.room = make([]Observation, room)
	}
	o := &f.room[0]
	f.room = f.room[1:]
	*o = as
	return o
}
