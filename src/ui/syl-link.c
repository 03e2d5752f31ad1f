/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-link.h"

#include <string.h>

#define MAX_SLUG_BYTES 128

static gboolean
is_slug (const char *text)
{
  size_t length = strlen (text);

  if (length == 0 || length > MAX_SLUG_BYTES)
    return FALSE;
  for (size_t i = 0; i < length; i++)
    {
      if (!g_ascii_isalnum (text[i]) && strchr ("-._", text[i]) == NULL)
        return FALSE;
    }

  return TRUE;
}

/**
 * syl_link_parse:
 * @uri: a link from anywhere, not to be trusted
 * @out_slug: (out) (nullable) (transfer full): the pick of a %SYL_LINK_PICK, else %NULL
 *
 * Returns: where the link leads; %SYL_LINK_NONE for all that is not exactly one of ours
 */
SylLinkKind
syl_link_parse (const char  *uri,
                char       **out_slug)
{
  g_autoptr (GUri) parsed = g_uri_parse (uri, G_URI_FLAGS_NONE, NULL);
  const char *host, *path;

  *out_slug = NULL;
  if (parsed == NULL || !g_str_equal (g_uri_get_scheme (parsed), "syllabus"))
    return SYL_LINK_NONE;
  if (g_uri_get_query (parsed) != NULL || g_uri_get_userinfo (parsed) != NULL || g_uri_get_port (parsed) != -1)
    return SYL_LINK_NONE;

  host = g_uri_get_host (parsed);
  path = g_uri_get_path (parsed);
  if (g_strcmp0 (host, "week") == 0 && (g_str_equal (path, "") || g_str_equal (path, "/")))
    return SYL_LINK_WEEK;
  if (g_strcmp0 (host, "pick") != 0 || path[0] != '/' || !is_slug (path + 1))
    return SYL_LINK_NONE;

  *out_slug = g_strdup (path + 1);
  return SYL_LINK_PICK;
}

/**
 * syl_link_launch:
 * @uri: an address that the reader agreed to
 * @widget: where they did
 *
 * Opens an address in the browser, or in the app for its scheme.
 */
void
syl_link_launch (const char *uri,
                 GtkWidget  *widget)
{
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (uri);
  GtkRoot *root = gtk_widget_get_root (widget);

  gtk_uri_launcher_launch (launcher, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, NULL, NULL);
}
