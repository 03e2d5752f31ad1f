# SPDX-License-Identifier: GPL-3.0-or-later
# What the commands of this project share, to be sourced: saying what happens, failing with one
# line, finding folders, and installing the programs that are missing.
# Who sources this sets $command, the name its lines begin with.

export HOME=${HOME:-$(getent passwd "$(id -u)" | cut -d: -f6)}
cache=${SYLLABUS_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/syllabus-build}
case $cache in /*) ;; *) cache=$PWD/$cache ;; esac

say() { printf '%s: %s\n' "$command" "$*" >&2; }
fail() { say "$*"; exit 1; }

# fail_for LOG OTHERWISE: fails with the reason that the log shows, if it is one of the usual ones.
fail_for() {
  ! grep -qE 'No space left|quota exceeded' "$1" ||
    fail "the disk is full: make room in $HOME/.local/share and $cache (or set SYLLABUS_CACHE to a folder on another disk), and run this again"
  ! grep -qE 'Could not resolve|Failed to connect|unable to access|timed out' "$1" ||
    fail "something could not be fetched: check the network and run this again (details: $1)"
  fail "$2"
}

make_cache() {
  mkdir -p "$cache" 2>/dev/null && [ -w "$cache" ] ||
    fail "the folder $cache can't be written; set SYLLABUS_CACHE to a folder that can, and run this again"
}

# need_space FOLDER MEGABYTES: fails unless that much is free where FOLDER is.
need_space() {
  local free
  free=$(df --output=avail -BM "$1" | tail -n 1 | tr -dc 0-9)
  [ "$free" -ge "$2" ] ||
    fail "$1 has $free MB free and $2 are needed; make room, or set SYLLABUS_CACHE to a folder on another disk, and run this again"
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

can_be_root() {
  [ "$(id -u)" = 0 ] || { command -v sudo && { sudo -n true || [ -t 0 ]; }; } >/dev/null 2>&1
}

install_packages() {
  command -v apt-get >/dev/null ||
    fail "these are missing: $*; install them with the package manager of this system and run this again"
  can_be_root ||
    fail "these packages are missing, and neither are you root nor can you use sudo: ask an administrator for “apt-get install $*”, and run this again"
  say "installing $*"
  make_cache
  { as_root apt-get update && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; } \
    </dev/null >"$cache/apt.log" 2>&1 ||
    fail "$* could not be installed; check the network and the free disk space, and run this again (details: $cache/apt.log)"
}

# need FILE=PACKAGE…: installs the packages whose program, or absolute file name (a pattern), is not there.
need() {
  local pair missing=()
  for pair; do
    case $pair in
      /*) compgen -G "${pair%%=*}" >/dev/null || missing+=("${pair#*=}") ;;
      *) PATH=$PATH:/usr/sbin:/sbin command -v "${pair%%=*}" >/dev/null || missing+=("${pair#*=}") ;;
    esac
  done
  [ ${#missing[@]} = 0 ] || install_packages "${missing[@]}"
}

need_user_namespaces() {
  bwrap --ro-bind / / --dev /dev --proc /proc true 2>/dev/null ||
    fail "this system allows no user namespaces, which sandboxes are made of: as root, “sysctl -w kernel.unprivileged_userns_clone=1 user.max_user_namespaces=10000” (in a container: start it with --privileged), and run this again"
}
