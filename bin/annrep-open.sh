#!/bin/sh
# Finds Node and starts annrep on the report that was dropped here, or on this folder.
# Nothing here needs a program from PATH: the bundle runs where there is none.
case $0 in */*) here=${0%/*} ;; *) here=. ;; esac
case ${1-} in
  file://*) file=${1#file://} ;;
  '' | /*) file=${1-} ;;
  *) file=$PWD/$1 ;;
esac
cd "$here" || exit 2
here=$(pwd)
home=$here
[ -f "$here/bin/annrep.js" ] && home=$here/bin
wait_for_enter() {
  printf '%s' '按回车键关闭这个窗口'
  read -r _ || :
}
node=$here/node/node
[ -x "$node" ] || node=$(command -v node || :)
if [ -z "$node" ] ||
  ! "$node" -e "var v=process.versions.node.split('.');process.exit(+v[0]===20&&+v[1]<19||+v[0]<20?1:0)" 2>/dev/null; then
  return=$(printf '\r')
  while read -r line || [ -n "$line" ]; do printf '%s\n' "${line%"$return"}"; done <"$home/no-node.txt"
  wait_for_enter
  exit 2
fi
if [ -n "$file" ]; then
  "$node" "$home/annrep.js" open --pause -- "$file"
else
  "$node" "$home/annrep.js" open --pause
fi
status=$?
[ "$status" -eq 3 ] && wait_for_enter
exit "$status"
