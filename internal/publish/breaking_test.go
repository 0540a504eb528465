package publish

import (
	"io/fs"
	"syscall"
)

// breaking counts the changes to a disk, and at one of them fails: with an
// error, as a full disk does, or by doing nothing more, as a killed process.
type breaking struct {
	disk
	count *int
	at    int
	kill  bool
	half  bool // a file that cannot be written whole is left half written
}

type killed struct{}

func (b breaking) step() error {
	*b.count++
	switch {
	case *b.count < b.at:
		return nil
	case b.kill:
		panic(killed{})
	case *b.count == b.at:
		return syscall.ENOSPC
	}
	return nil
}

func (b breaking) Folder(name string) (disk, error) {
	opened, err := b.disk.Folder(name)
	b.disk = opened
	return b, err
}

func (b breaking) Create(name string, data []byte) (fs.FileInfo, error) {
	if b.half && *b.count+1 == b.at {
		_, _ = b.disk.Create(name, data[:len(data)/2])
	}
	if err := b.step(); err != nil {
		return nil, err
	}
	return b.disk.Create(name, data)
}

func (b breaking) Mkdir(name string, mode fs.FileMode) error {
	if err := b.step(); err != nil {
		return err
	}
	return b.disk.Mkdir(name, mode)
}

func (b breaking) WriteFile(name string, data []byte, mode fs.FileMode) error {
	if b.half && *b.count+1 == b.at {
		_ = b.disk.WriteFile(name, data[:len(data)/2], mode)
	}
	if err := b.step(); err != nil {
		return err
	}
	return b.disk.WriteFile(name, data, mode)
}

func (b breaking) MkdirAll(name string, mode fs.FileMode) error {
	if err := b.step(); err != nil {
		return err
	}
	return b.disk.MkdirAll(name, mode)
}

func (b breaking) Rename(from, to string) error {
	if err := b.step(); err != nil {
		return err
	}
	return b.disk.Rename(from, to)
}

func (b breaking) RenameTo(name string, folder disk, newName string) error {
	if err := b.step(); err != nil {
		return err
	}
	return b.disk.RenameTo(name, folder.(breaking).disk, newName)
}

func (b breaking) LinkTo(name string, folder disk, newName string) error {
	if err := b.step(); err != nil {
		return err
	}
	return b.disk.LinkTo(name, folder.(breaking).disk, newName)
}

func (b breaking) Remove(name string) error {
	if err := b.step(); err != nil {
		return err
	}
	return b.disk.Remove(name)
}

func (b breaking) RemoveAll(name string) error {
	if err := b.step(); err != nil {
		return err
	}
	return b.disk.RemoveAll(name)
}
