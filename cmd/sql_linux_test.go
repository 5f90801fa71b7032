package cmd_test

import (
	"os/exec"
	"os/user"
	"strconv"
	"syscall"
)

// as makes a command run as another user; as this one where there is none.
func as(u *user.User, c *exec.Cmd) *exec.Cmd {
	if u == nil {
		return c
	}
	uid, _ := strconv.Atoi(u.Uid)
	gid, _ := strconv.Atoi(u.Gid)
	c.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}}
	c.Dir = "/"
	return c
}
