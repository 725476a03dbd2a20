#!/usr/bin/env bash
# One place for what people and CI do with this checkout.
#
#   ./build.sh                 write the static site to dist/
#   ./build.sh serve [FLAGS]   build, serve, rebuild and reload on change
#   ./build.sh test            everything that CI runs, with what it needs installed first
#   ./build.sh bench           the measurements that README.md quotes
set -euo pipefail
cd "$(dirname "$0")"

say() { printf '\n== %s\n' "$*"; }
have() { command -v "$1" >/dev/null 2>&1; }

# need PROGRAM PACKAGE...: with root and apt, install what is missing; without, say what to do.
need() {
  local program=$1; shift
  have "$program" && return 0
  if [ "$(id -u)" = 0 ] && have apt-get; then
    say "installing $*"
    { [ -n "${apt_updated:-}" ] || apt-get update -qq; } && apt_updated=1
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
  fi
  have "$program" || { echo "build.sh: $program is missing; install it (on Debian: apt-get install $*)" >&2; return 1; }
}

need_go() { have go || { echo "build.sh: Go is missing; install 1.26 or later from https://go.dev/dl/" >&2; return 1; }; }

# The page's packages with the tools that only tests and measurements use.
packages() {
  local lock=web/node_modules/.loopscope-dev
  if ! cmp -s web/package-lock.json "$lock"; then
    say "npm packages"
    (cd web && npm ci --no-audit --no-fund --loglevel=error)
    cp web/package-lock.json "$lock"
  fi
}

test_everything() {
  local began=$SECONDS status=0
  need_go
  need node nodejs
  need npm npm
  need chromium chromium
  need git git
  packages
  counts=$(mktemp) # global: the trap runs when this function has ended
  trap 'rm -f "$counts"' EXIT

  # check NAME COMMAND...: one check that passes or fails as a whole.
  check() {
    local name=$1; shift
    say "$name"
    if "$@"; then echo "1 0" >>"$counts"; else echo "0 1" >>"$counts"; echo "FAILED: $name"; fi
  }
  # counted KIND NAME COMMAND...: a test runner that counts for itself.
  counted() {
    local kind=$1 name=$2; shift 2
    say "$name"
    # count.mjs counts the failures that the runner's exit status stands for.
    { "$@" || true; } | node .ci/count.mjs "$kind" "$counts"
  }

  formatted() {
    local names
    names=$(git ls-files -co --exclude-standard '*.go' | xargs -r gofmt -l)
    [ -z "$names" ] || { echo "gofmt would change:"; echo "$names"; return 1; }
  }
  check "gofmt" formatted
  check "go vet" go vet ./...
  check "go vet for the browser" env GOOS=js GOARCH=wasm go vet ./wasm
  check "staticcheck" go tool staticcheck ./...
  check "TypeScript" npm --prefix web run --silent check
  counted node "tests of the page's parts" npm --prefix web test --silent
  counted go "Go tests" go test -json -timeout 12m ./...
  check "site without broken links" go run . build -o dist
  counted node "tests in a browser" node web/browser/run.mjs

  local passed failed
  passed=$(awk '{ n += $1 } END { print n + 0 }' "$counts")
  failed=$(awk '{ n += $2 } END { print n + 0 }' "$counts")
  printf '\nin %d min %d s\n' $(((SECONDS - began) / 60)) $(((SECONDS - began) % 60))
  [ "$failed" = 0 ] || status=1
  echo "$passed passed, $failed failed"
  return $status
}

case "${1:-build}" in
  build) need_go; shift || true; exec go run . build "$@" ;;
  serve) need_go; shift; exec go run . "$@" ;;
  test) test_everything ;;
  bench)
    need_go
    need node nodejs
    need npm npm
    need chromium chromium
    packages
    case "${2:-}" in
      native | recording) ;;
      *) say "site"; go run . build -o dist >/dev/null ;;
    esac
    exec node web/bench/run.mjs "${@:2}"
    ;;
  *) sed -n '2,8s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
esac
