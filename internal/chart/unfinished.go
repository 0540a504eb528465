package chart

// Each of these goes to a file of its own, and this file goes away, before the issue is done.

func (p *plate) dumbbells() int { return 0 }
func (p *plate) stacks() int    { return 0 }
func (p *plate) donut() int     { return 0 }
func (p *plate) multiples() int { return 0 }
func (p *plate) worldMap() int  { return 0 }
