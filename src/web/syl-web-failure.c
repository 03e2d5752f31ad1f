/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-web-failure.h"

#include <glib/gi18n.h>
#include <libsoup/soup.h>
#include <webkit/webkit.h>

static SylPageFailureKind
get_io_kind (int code)
{
  switch (code)
    {
    case G_IO_ERROR_TIMED_OUT:
      return SYL_PAGE_FAILURE_TIMEOUT;
    case G_IO_ERROR_HOST_NOT_FOUND:
      return SYL_PAGE_FAILURE_NOT_FOUND;
    case G_IO_ERROR_NETWORK_UNREACHABLE:
      return SYL_PAGE_FAILURE_OFFLINE;
    default:
      return SYL_PAGE_FAILURE_CONNECTION;
    }
}

static SylPageFailureKind
get_kind (const GError *error)
{
  if (error->domain == G_RESOLVER_ERROR)
    return SYL_PAGE_FAILURE_NOT_FOUND;
  if (error->domain == G_TLS_ERROR)
    return SYL_PAGE_FAILURE_TLS;
  if (error->domain == G_IO_ERROR)
    return get_io_kind (error->code);
  if (g_error_matches (error, SOUP_SESSION_ERROR, SOUP_SESSION_ERROR_TOO_MANY_REDIRECTS))
    return SYL_PAGE_FAILURE_OTHER;
  if (error->domain == SOUP_SESSION_ERROR ||
      g_error_matches (error, WEBKIT_NETWORK_ERROR, WEBKIT_NETWORK_ERROR_TRANSPORT))
    return SYL_PAGE_FAILURE_CONNECTION;
  return SYL_PAGE_FAILURE_OTHER;
}

/**
 * syl_web_failure_is_local:
 * @uri: an address
 *
 * Returns: whether it is one of this machine, for which no network is needed
 */
gboolean
syl_web_failure_is_local (const char *uri)
{
  g_autoptr (GUri) parsed = g_uri_parse (uri, G_URI_FLAGS_PARSE_RELAXED, NULL);
  const char *host = parsed != NULL ? g_uri_get_host (parsed) : NULL;
  g_autoptr (GInetAddress) address = host != NULL ? g_inet_address_new_from_string (host) : NULL;

  if (host == NULL)
    return FALSE;
  if (address != NULL)
    return g_inet_address_get_is_loopback (address);
  return g_ascii_strcasecmp (host, "localhost") == 0 || g_str_has_suffix (host, ".localhost");
}

/**
 * syl_web_failure_from_error:
 * @uri: the address that was to be loaded
 * @error: what WebKit says
 * @network_available: whether there is a network
 *
 * Returns: (transfer full): why the page is not shown
 */
SylPageFailure *
syl_web_failure_from_error (const char   *uri,
                            const GError *error,
                            gboolean      network_available)
{
  SylPageFailureKind kind = get_kind (error);

  if (!network_available && !syl_web_failure_is_local (uri) &&
      (kind == SYL_PAGE_FAILURE_NOT_FOUND || kind == SYL_PAGE_FAILURE_CONNECTION ||
       kind == SYL_PAGE_FAILURE_TIMEOUT))
    kind = SYL_PAGE_FAILURE_OFFLINE;

  return syl_page_failure_new (kind, uri, 0, error->message);
}

/**
 * syl_web_failure_from_tls:
 * @uri: the address that was to be loaded
 * @flags: what is wrong with the certificate
 *
 * Returns: (transfer full): why the page is not shown
 */
SylPageFailure *
syl_web_failure_from_tls (const char           *uri,
                          GTlsCertificateFlags  flags)
{
  const char *detail = _("The certificate of the site can’t be trusted.");

  if (flags & G_TLS_CERTIFICATE_BAD_IDENTITY)
    detail = _("The certificate belongs to another site.");
  else if (flags & G_TLS_CERTIFICATE_EXPIRED)
    detail = _("The certificate of the site has expired.");
  else if (flags & G_TLS_CERTIFICATE_NOT_ACTIVATED)
    detail = _("The certificate of the site is not valid yet.");
  else if (flags & G_TLS_CERTIFICATE_REVOKED)
    detail = _("The certificate of the site was revoked.");
  else if (flags & G_TLS_CERTIFICATE_UNKNOWN_CA)
    detail = _("The certificate of the site was issued by nobody this system trusts.");

  return syl_page_failure_new (SYL_PAGE_FAILURE_TLS, uri, 0, detail);
}
