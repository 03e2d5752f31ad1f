/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/syl-uri.h"

#include <gio/gio.h>
#include <string.h>

#define URI_FLAGS (G_URI_FLAGS_ENCODED | G_URI_FLAGS_SCHEME_NORMALIZE)

/* Browsers read a backslash as a slash and drop spaces, and marks of direction let an address look
 * like another one: what isn't read the same by everybody is no address. */
static gboolean
has_only_plain_characters (const char *uri)
{
  for (const char *p = uri; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\\' || g_unichar_iscntrl (c) || g_unichar_isspace (c) ||
          g_unichar_type (c) == G_UNICODE_FORMAT)
        return FALSE;
    }

  return TRUE;
}

static GUri *
parse_web (const char *uri)
{
  g_autoptr (GUri) parsed = NULL;
  const char *host;

  if (uri == NULL || strnlen (uri, SYL_URI_MAX_BYTES + 1) > SYL_URI_MAX_BYTES ||
      !g_utf8_validate (uri, -1, NULL) || !has_only_plain_characters (uri))
    return NULL;

  parsed = g_uri_parse (uri, URI_FLAGS, NULL);
  if (parsed == NULL || g_uri_get_userinfo (parsed) != NULL)
    return NULL;
  if (!g_str_equal (g_uri_get_scheme (parsed), "https") &&
      !g_str_equal (g_uri_get_scheme (parsed), "http"))
    return NULL;

  host = g_uri_get_host (parsed);
  if (host == NULL || *host == '\0' || strpbrk (host, "%/?#@<>\"") != NULL)
    return NULL;

  return g_steal_pointer (&parsed);
}

/**
 * syl_uri_is_web:
 * @uri: (nullable): any text
 *
 * Tells whether @uri may be opened as a web page: http or https with a host, at most
 * %SYL_URI_MAX_BYTES long, without user name or password, and without characters that could make
 * it look like another address. Any thread.
 *
 * Returns: whether it may
 */
gboolean
syl_uri_is_web (const char *uri)
{
  g_autoptr (GUri) parsed = parse_web (uri);

  return parsed != NULL;
}

static char *
dup_ascii_host (GUri *uri)
{
  g_autofree char *ascii = g_hostname_to_ascii (g_uri_get_host (uri));
  char *host = g_ascii_strdown (ascii != NULL ? ascii : g_uri_get_host (uri), -1);

  if (g_str_has_suffix (host, "."))
    host[strlen (host) - 1] = '\0';

  return host;
}

/* One spelling for each address: what need not be escaped isn't, what must be is. */
static char *
normalize_escapes (const char *text)
{
  const char *kept = G_URI_RESERVED_CHARS_GENERIC_DELIMITERS G_URI_RESERVED_CHARS_SUBCOMPONENT_DELIMITERS;
  GString *string = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      gboolean escape = *p == '%' && g_ascii_isxdigit (p[1]) && g_ascii_isxdigit (p[2]);
      int value = escape ? g_ascii_xdigit_value (p[1]) * 16 + g_ascii_xdigit_value (p[2]) : (guchar) *p;
      gboolean unreserved = g_ascii_isalnum (value) || (value != 0 && strchr ("-._~", value) != NULL);

      if (unreserved || (!escape && strchr (kept, *p) != NULL))
        g_string_append_c (string, (char) value);
      else
        g_string_append_printf (string, "%%%02X", (unsigned int) value);
      p += escape ? 2 : 0;
    }

  return g_string_free (string, FALSE);
}

static gboolean
is_tracking (const char *parameter)
{
  static const char *const names[] = {
    "fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "igshid", "igsh",
    "mc_cid", "mc_eid", "_hsenc", "_hsmi", "mkt_tok", "vero_id", "oly_anon_id", "oly_enc_id", NULL,
  };
  g_autofree char *name = g_strndup (parameter, strcspn (parameter, "="));

  return g_str_has_prefix (name, "utm_") || g_strv_contains (names, name);
}

static char *
canonical_query (const char *query)
{
  g_auto (GStrv) parameters = g_strsplit (query != NULL ? query : "", "&", -1);
  GString *string = g_string_new (NULL);

  for (char **parameter = parameters; *parameter != NULL; parameter++)
    {
      g_autofree char *normal = normalize_escapes (*parameter);

      if (*normal != '\0' && !is_tracking (normal))
        g_string_append_printf (string, "%c%s", string->len == 0 ? '?' : '&', normal);
    }

  return g_string_free (string, FALSE);
}

static char *
canonical_path (const char *path)
{
  char *normal = normalize_escapes (*path != '\0' ? path : "/");
  gsize length = strlen (normal);

  while (length > 1 && normal[length - 1] == '/')
    normal[--length] = '\0';

  return normal;
}

/* The abstract, the PDF, the HTML and all versions of a paper are one source. */
static char *
dup_arxiv_id (const char *host, const char *path)
{
  static const char *const hosts[] = { "arxiv.org", "www.arxiv.org", "export.arxiv.org", NULL };
  g_autoptr (GRegex) regex = NULL;
  g_autoptr (GMatchInfo) match = NULL;

  if (!g_strv_contains (hosts, host))
    return NULL;

  regex = g_regex_new ("^/(?:abs|pdf|html|format|ps|e-print)/"
                       "(\\d{4}\\.\\d{4,5}|[a-z-]+(?:\\.[a-z]{2})?/\\d{7})(?:v\\d+)?(?:\\.pdf)?$",
                       G_REGEX_CASELESS, G_REGEX_MATCH_DEFAULT, NULL);

  return g_regex_match (regex, path, G_REGEX_MATCH_DEFAULT, &match) ? g_match_info_fetch (match, 1)
                                                                    : NULL;
}

static char *
port_suffix (GUri *uri)
{
  int port = g_uri_get_port (uri);

  if (port <= 0 || port == 80 || port == 443)
    return g_strdup ("");

  return g_strdup_printf (":%d", port);
}

/**
 * syl_uri_canonicalize:
 * @uri: (nullable): any text
 *
 * Gives all ways to write the address of one source the same text, to know it again by. It is a
 * name, not an address to load: http becomes https, fragment and tracking parameters go, and every
 * form of an arXiv paper becomes its abstract without a version. Canonical addresses come back
 * unchanged. Any thread.
 *
 * Returns: (transfer full) (nullable): the canonical address; %NULL when @uri is no web address
 */
char *
syl_uri_canonicalize (const char *uri)
{
  g_autoptr (GUri) parsed = parse_web (uri);
  g_autofree char *host = NULL;
  g_autofree char *path = NULL;
  g_autofree char *query = NULL;
  g_autofree char *port = NULL;
  g_autofree char *arxiv = NULL;
  gboolean literal;

  if (parsed == NULL)
    return NULL;

  host = dup_ascii_host (parsed);
  path = canonical_path (g_uri_get_path (parsed));
  arxiv = dup_arxiv_id (host, path);
  if (arxiv != NULL)
    return g_strconcat ("https://arxiv.org/abs/", arxiv, NULL);

  query = canonical_query (g_uri_get_query (parsed));
  port = port_suffix (parsed);
  literal = strchr (host, ':') != NULL;

  return g_strconcat ("https://", literal ? "[" : "", host, literal ? "]" : "", port, path, query,
                      NULL);
}

static gboolean
is_neutral (GUnicodeScript script)
{
  switch ((int) script)
    {
    case G_UNICODE_SCRIPT_COMMON:
    case G_UNICODE_SCRIPT_INHERITED:
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_HANGUL:
    case G_UNICODE_SCRIPT_BOPOMOFO:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Letters of two alphabets in one name can pass for other letters. East Asian scripts can't, and
 * stand beside Latin in every name of theirs. */
static gboolean
mixes_scripts (const char *host)
{
  GUnicodeScript first = G_UNICODE_SCRIPT_COMMON;

  for (const char *p = host; *p != '\0'; p = g_utf8_next_char (p))
    {
      GUnicodeScript script = g_unichar_get_script (g_utf8_get_char (p));

      if (is_neutral (script))
        continue;
      if (first != G_UNICODE_SCRIPT_COMMON && script != first)
        return TRUE;
      first = script;
    }

  return FALSE;
}

/**
 * syl_uri_dup_domain:
 * @uri: (nullable): any text
 *
 * Names the place @uri leads to, to be shown: its host without "www.". International names are
 * shown in their own letters, but in their ASCII form where they mix alphabets. Any thread.
 *
 * Returns: (transfer full): the domain; "" when @uri is no web address
 */
char *
syl_uri_dup_domain (const char *uri)
{
  g_autoptr (GUri) parsed = parse_web (uri);
  g_autofree char *host = NULL;
  g_autofree char *shown = NULL;
  const char *domain;

  if (parsed == NULL)
    return g_strdup ("");

  host = dup_ascii_host (parsed);
  domain = g_str_has_prefix (host, "www.") && strchr (host + 4, '.') != NULL ? host + 4 : host;
  shown = g_hostname_to_unicode (domain);

  return g_strdup (shown != NULL && !mixes_scripts (shown) ? shown : domain);
}
