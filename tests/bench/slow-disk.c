/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Preloaded, this is a disk that takes its time until what was written is safe. */
#include <sys/syscall.h>
#include <unistd.h>

#define DELAY_MICROSECONDS 60000

int
fsync (int file)
{
  usleep (DELAY_MICROSECONDS);
  return (int) syscall (SYS_fsync, file);
}

int
fdatasync (int file)
{
  usleep (DELAY_MICROSECONDS);
  return (int) syscall (SYS_fdatasync, file);
}
