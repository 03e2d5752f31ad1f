/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page/syl-page-failure-page.h"

#include "syl-config.h"

#include <glib/gi18n.h>

#include "text/syl-uri.h"

#define STATUS_NOT_FOUND 404
#define STATUS_GONE 410
#define STATUS_SERVER_ERROR 500

struct _SylPageFailurePage
{
  AdwBin parent_instance;

  AdwStatusPage *status_page;
};

G_DEFINE_FINAL_TYPE (SylPageFailurePage, syl_page_failure_page, ADW_TYPE_BIN)

typedef struct
{
  const char *icon;
  const char *title;
  const char *text; /* may have one %s, for the name of the site */
} Words;

static Words
get_http_words (unsigned int status)
{
  if (status == STATUS_NOT_FOUND || status == STATUS_GONE)
    return (Words) { "edit-find-symbolic", _("Page Not Found"),
                     _("%s has no page at this address. It may have moved.") };
  if (status >= STATUS_SERVER_ERROR)
    return (Words) { "network-error-symbolic", _("The Site Has a Problem"),
                     _("%s could not answer. It may work again in a while.") };
  return (Words) { "network-error-symbolic", _("The Site Refused the Page"),
                   _("%s does not give this page to Syllabus. The browser may be let in.") };
}

static Words
get_words (const SylPageFailure *failure)
{
  switch (failure->kind)
    {
    case SYL_PAGE_FAILURE_OFFLINE:
      return (Words) { "network-offline-symbolic", _("No Network"),
                       _("Connect to a network to open this page. The commentary can be read without one.") };
    case SYL_PAGE_FAILURE_NOT_FOUND:
      return (Words) { "network-error-symbolic", _("Site Not Found"),
                       _("%s could not be found on the network.") };
    case SYL_PAGE_FAILURE_CONNECTION:
      return (Words) { "network-error-symbolic", _("No Connection"), _("%s did not accept the connection.") };
    case SYL_PAGE_FAILURE_TIMEOUT:
      return (Words) { "network-error-symbolic", _("The Site Is Slow"), _("%s did not answer in time.") };
    case SYL_PAGE_FAILURE_HTTP:
      return get_http_words (failure->http_status);
    case SYL_PAGE_FAILURE_TLS:
      return (Words) { "channel-insecure-symbolic", _("Connection Not Secure"),
                       _("%s can’t prove that it is the site it claims to be. The page was not opened.") };
    case SYL_PAGE_FAILURE_CRASH:
      return (Words) { "dialog-warning-symbolic", _("The Page Stopped"),
                       _("Something in the page went wrong. Nothing of yours is lost.") };
    case SYL_PAGE_FAILURE_OTHER:
    default:
      return (Words) { "dialog-warning-symbolic", _("The Page Can’t Be Shown"),
                       _("The page could not be loaded. Check the connection, or open it in the browser.") };
    }
}

static char *
format (const char *text,
        const char *uri)
{
  g_autofree char *domain = syl_uri_dup_domain (uri);
  g_autofree char *name = g_markup_escape_text (*domain != '\0' ? domain : _("The site"), -1);
  g_auto (GStrv) parts = g_strsplit (text, "%s", 2);

  return g_strjoinv (name, parts);
}

static void
syl_page_failure_page_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SYL_TYPE_PAGE_FAILURE_PAGE);

  G_OBJECT_CLASS (syl_page_failure_page_parent_class)->dispose (object);
}

static void
syl_page_failure_page_class_init (SylPageFailurePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syl_page_failure_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/syllabus_app/Syllabus/ui/syl-page-failure-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SylPageFailurePage, status_page);
}

static void
syl_page_failure_page_init (SylPageFailurePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * syl_page_failure_page_show:
 * @self: a page
 * @failure: what went wrong
 *
 * Puts it into words.
 */
void
syl_page_failure_page_show (SylPageFailurePage   *self,
                            const SylPageFailure *failure)
{
  Words words;
  g_autofree char *text = NULL;

  g_return_if_fail (SYL_IS_PAGE_FAILURE_PAGE (self));
  g_return_if_fail (failure != NULL);

  words = get_words (failure);
  text = format (words.text, failure->uri);
  adw_status_page_set_icon_name (self->status_page, words.icon);
  adw_status_page_set_title (self->status_page, words.title);
  adw_status_page_set_description (self->status_page, text);
}

/**
 * syl_page_failure_page_show_error:
 * @self: a page
 * @error: why pages can't be shown at all, with a sentence for the reader
 */
void
syl_page_failure_page_show_error (SylPageFailurePage *self,
                                  const GError       *error)
{
  g_autofree char *text = NULL;

  g_return_if_fail (SYL_IS_PAGE_FAILURE_PAGE (self));
  g_return_if_fail (error != NULL);

  text = g_markup_escape_text (error->message, -1);
  adw_status_page_set_icon_name (self->status_page, "dialog-warning-symbolic");
  adw_status_page_set_title (self->status_page, _("Pages Can’t Be Shown"));
  adw_status_page_set_description (self->status_page, text);
}
