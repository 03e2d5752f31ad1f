/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-page-view.h"

G_DEFINE_INTERFACE (SylPageView, syl_page_view, GTK_TYPE_WIDGET)

static void
install_properties (SylPageViewInterface *iface)
{
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags writable = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GParamSpec *properties[] = {
    g_param_spec_string ("uri", NULL, NULL, NULL, readable),
    g_param_spec_string ("asked-uri", NULL, NULL, NULL, readable),
    g_param_spec_string ("title", NULL, NULL, NULL, readable),
    g_param_spec_boolean ("loading", NULL, NULL, FALSE, readable),
    g_param_spec_double ("progress", NULL, NULL, 0.0, 1.0, 0.0, readable),
    g_param_spec_boolean ("can-go-back", NULL, NULL, FALSE, readable),
    g_param_spec_boolean ("can-go-forward", NULL, NULL, FALSE, readable),
    g_param_spec_double ("zoom", NULL, NULL, 0.3, 3.0, 1.0, writable),
    g_param_spec_boolean ("caret-browsing", NULL, NULL, FALSE, writable),
    g_param_spec_boxed ("failure", NULL, NULL, SYL_TYPE_PAGE_FAILURE, readable),
    g_param_spec_boxed ("page-text", NULL, NULL, SYL_TYPE_PAGE_TEXT, readable),
    g_param_spec_boxed ("selection", NULL, NULL, SYL_TYPE_PAGE_SELECTION, readable),
    g_param_spec_enum ("text-trouble", NULL, NULL, SYL_TYPE_PAGE_TEXT_TROUBLE,
                       SYL_PAGE_TEXT_TROUBLE_NONE, readable),
    g_param_spec_uint ("n-marks", NULL, NULL, 0, G_MAXUINT, 0, readable),
    g_param_spec_string ("current-mark", NULL, NULL, NULL, readable),
  };

  for (unsigned int i = 0; i < G_N_ELEMENTS (properties); i++)
    g_object_interface_install_property (iface, properties[i]);
}

static void
syl_page_view_default_init (SylPageViewInterface *iface)
{
  install_properties (iface);

  g_signal_new ("open-externally", SYL_TYPE_PAGE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, G_TYPE_STRING);
  g_signal_new ("found", SYL_TYPE_PAGE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, G_TYPE_UINT);
  g_signal_new ("place-changed", SYL_TYPE_PAGE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, SYL_TYPE_PAGE_PLACE | G_SIGNAL_TYPE_STATIC_SCOPE);
  g_signal_new ("mark-activated", SYL_TYPE_PAGE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 5, G_TYPE_STRING, G_TYPE_INT, G_TYPE_INT, G_TYPE_INT, G_TYPE_INT);
  g_signal_new ("populate-menu", SYL_TYPE_PAGE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 2, G_TYPE_MENU, G_TYPE_ACTION_MAP);
}

/**
 * syl_page_view_load:
 * @self: a view
 * @uri: an http or https address; anything else ends as a failure
 * @place: (nullable): where to go in the page once its text is there
 *
 * Shows another source. What was open before can't be gone back to: this begins a new history.
 */
void
syl_page_view_load (SylPageView        *self,
                    const char         *uri,
                    const SylPagePlace *place)
{
  g_return_if_fail (SYL_IS_PAGE_VIEW (self));
  g_return_if_fail (uri != NULL);

  SYL_PAGE_VIEW_GET_IFACE (self)->load (self, uri, place);
}

/**
 * syl_page_view_reload:
 * @self: a view
 *
 * Loads the page again; after a failure, tries once more what failed.
 */
void
syl_page_view_reload (SylPageView *self)
{
  g_return_if_fail (SYL_IS_PAGE_VIEW (self));

  SYL_PAGE_VIEW_GET_IFACE (self)->reload (self);
}

/**
 * syl_page_view_stop:
 * @self: a view
 *
 * Stops loading; what has arrived stays.
 */
void
syl_page_view_stop (SylPageView *self)
{
  g_return_if_fail (SYL_IS_PAGE_VIEW (self));

  SYL_PAGE_VIEW_GET_IFACE (self)->stop (self);
}

/**
 * syl_page_view_go_back:
 * @self: a view
 *
 * Goes one page back, never beyond the first page of the source; nothing happens there.
 */
void
syl_page_view_go_back (SylPageView *self)
{
  g_return_if_fail (SYL_IS_PAGE_VIEW (self));

  SYL_PAGE_VIEW_GET_IFACE (self)->go_back (self);
}

/**
 * syl_page_view_go_forward:
 * @self: a view
 *
 * Goes one page forward, if there is one.
 */
void
syl_page_view_go_forward (SylPageView *self)
{
  g_return_if_fail (SYL_IS_PAGE_VIEW (self));

  SYL_PAGE_VIEW_GET_IFACE (self)->go_forward (self);
}

/**
 * syl_page_view_find:
 * @self: a view
 * @text: what to look for, whatever its case; empty to show no matches
 *
 * Goes to the next match and marks all of them. #SylPageView::found answers.
 */
void
syl_page_view_find (SylPageView *self,
                    const char  *text)
{
  g_return_if_fail (SYL_IS_PAGE_VIEW (self));
  g_return_if_fail (text != NULL);

  SYL_PAGE_VIEW_GET_IFACE (self)->find (self, text);
}

/**
 * syl_page_view_find_next:
 * @self: a view
 *
 * Goes to the next match of the last syl_page_view_find(), from the last one to the first.
 */
void
syl_page_view_find_next (SylPageView *self)
{
  g_return_if_fail (SYL_IS_PAGE_VIEW (self));

  SYL_PAGE_VIEW_GET_IFACE (self)->find_next (self);
}

/**
 * syl_page_view_find_previous:
 * @self: a view
 *
 * Goes to the match before, from the first one to the last.
 */
void
syl_page_view_find_previous (SylPageView *self)
{
  g_return_if_fail (SYL_IS_PAGE_VIEW (self));

  SYL_PAGE_VIEW_GET_IFACE (self)->find_previous (self);
}

/**
 * syl_page_view_find_finish:
 * @self: a view
 *
 * Ends looking: matches are no longer marked.
 */
void
syl_page_view_find_finish (SylPageView *self)
{
  g_return_if_fail (SYL_IS_PAGE_VIEW (self));

  SYL_PAGE_VIEW_GET_IFACE (self)->find_finish (self);
}

/**
 * syl_page_view_get_place_async:
 * @self: a view
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Asks where the reader is now. A page that does not answer soon is answered for with the last
 * place that is known of it. With the answer, `selection` and `current-mark` are as what the reader did
 * before has left them, where a busy page would have been behind.
 */
void
syl_page_view_get_place_async (SylPageView         *self,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_return_if_fail (SYL_IS_PAGE_VIEW (self));

  SYL_PAGE_VIEW_GET_IFACE (self)->get_place_async (self, cancellable, callback, user_data);
}

/**
 * syl_page_view_get_place_finish:
 * @self: a view
 * @result: the result
 * @error: %G_IO_ERROR_NOT_FOUND while no page is shown, %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full): the place, or %NULL with @error set
 */
SylPagePlace *
syl_page_view_get_place_finish (SylPageView   *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (SYL_IS_PAGE_VIEW (self), NULL);

  return SYL_PAGE_VIEW_GET_IFACE (self)->get_place_finish (self, result, error);
}

/**
 * syl_page_view_get_uri:
 * @self: a view
 *
 * Returns: (nullable) (transfer none): address of the document that is shown, or of the one that was
 *   to be while none is; good until this is called again
 */
const char *
syl_page_view_get_uri (SylPageView *self)
{
  char *uri = NULL;

  g_return_val_if_fail (SYL_IS_PAGE_VIEW (self), NULL);

  g_object_get (self, "uri", &uri, NULL);
  g_object_set_data_full (G_OBJECT (self), "syl-page-view-uri", uri, g_free);
  return uri;
}

/**
 * syl_page_view_dup_asked_uri:
 * @self: a view
 *
 * Returns: (nullable) (transfer full): address by which the document that is shown was asked for
 */
char *
syl_page_view_dup_asked_uri (SylPageView *self)
{
  char *uri = NULL;

  g_return_val_if_fail (SYL_IS_PAGE_VIEW (self), NULL);

  g_object_get (self, "asked-uri", &uri, NULL);
  return uri;
}

/**
 * syl_page_view_get_n_marks:
 * @self: a view
 *
 * Returns: how many marks the view has for the text that it shows
 */
unsigned int
syl_page_view_get_n_marks (SylPageView *self)
{
  unsigned int n_marks = 0;

  g_return_val_if_fail (SYL_IS_PAGE_VIEW (self), 0);

  g_object_get (self, "n-marks", &n_marks, NULL);
  return n_marks;
}

/**
 * syl_page_view_get_loading:
 * @self: a view
 *
 * Returns: whether the page is still arriving
 */
gboolean
syl_page_view_get_loading (SylPageView *self)
{
  gboolean loading = FALSE;

  g_return_val_if_fail (SYL_IS_PAGE_VIEW (self), FALSE);

  g_object_get (self, "loading", &loading, NULL);
  return loading;
}

/**
 * syl_page_view_get_zoom:
 * @self: a view
 *
 * Returns: the zoom, 1.0 for none
 */
double
syl_page_view_get_zoom (SylPageView *self)
{
  double zoom = 1.0;

  g_return_val_if_fail (SYL_IS_PAGE_VIEW (self), 1.0);

  g_object_get (self, "zoom", &zoom, NULL);
  return zoom;
}

/**
 * syl_page_view_set_zoom:
 * @self: a view
 * @zoom: the zoom, 1.0 for none; brought within 0.3 and 3.0
 */
void
syl_page_view_set_zoom (SylPageView *self,
                        double       zoom)
{
  g_return_if_fail (SYL_IS_PAGE_VIEW (self));

  g_object_set (self, "zoom", CLAMP (zoom, 0.3, 3.0), NULL);
}

/**
 * syl_page_view_dup_failure:
 * @self: a view
 *
 * Returns: (nullable) (transfer full): why nothing is shown, %NULL if all is well
 */
SylPageFailure *
syl_page_view_dup_failure (SylPageView *self)
{
  SylPageFailure *failure = NULL;

  g_return_val_if_fail (SYL_IS_PAGE_VIEW (self), NULL);

  g_object_get (self, "failure", &failure, NULL);
  return failure;
}

/**
 * syl_page_view_set_marks:
 * @self: a view
 * @version: the version of the text that the marks are in; nothing happens unless it is the present
 * @marks: (element-type SylPageMark) (nullable): the marks; they take the place of all there were
 *
 * Paints marks. Such as are beyond the end of the text are left out.
 */
void
syl_page_view_set_marks (SylPageView  *self,
                         unsigned int  version,
                         GPtrArray    *marks)
{
  g_return_if_fail (SYL_IS_PAGE_VIEW (self));

  SYL_PAGE_VIEW_GET_IFACE (self)->set_marks (self, version, marks);
}

/**
 * syl_page_view_show_mark:
 * @self: a view
 * @id: the id of a mark that was set; nothing happens for another
 *
 * Scrolls to a mark and makes it stand out for a moment. A page that a link led to and that has not come
 * yet is not waited for any more.
 */
void
syl_page_view_show_mark (SylPageView *self,
                         const char  *id)
{
  g_return_if_fail (SYL_IS_PAGE_VIEW (self));
  g_return_if_fail (id != NULL);

  SYL_PAGE_VIEW_GET_IFACE (self)->show_mark (self, id);
}

/**
 * syl_page_view_show_place:
 * @self: a view
 * @version: the version of the text the place is in; nothing happens for another
 * @start: its UTF-16 offset in that text
 * @end: the offset after its last character
 *
 * Scrolls to some words and makes them stand out for a moment, which no mark is needed for. Marks must
 * have been set for that text.
 */
void
syl_page_view_show_place (SylPageView  *self,
                          unsigned int  version,
                          unsigned int  start,
                          unsigned int  end)
{
  g_return_if_fail (SYL_IS_PAGE_VIEW (self));
  g_return_if_fail (start < end);

  SYL_PAGE_VIEW_GET_IFACE (self)->show_place (self, version, start, end);
}

/**
 * syl_page_view_clear_selection:
 * @self: a view
 *
 * Lets go of what is selected.
 */
void
syl_page_view_clear_selection (SylPageView *self)
{
  g_return_if_fail (SYL_IS_PAGE_VIEW (self));

  SYL_PAGE_VIEW_GET_IFACE (self)->clear_selection (self);
}

/**
 * syl_page_view_dup_text:
 * @self: a view
 *
 * Returns: (nullable) (transfer full): the document's text, %NULL while it is not known
 */
SylPageText *
syl_page_view_dup_text (SylPageView *self)
{
  SylPageText *text = NULL;

  g_return_val_if_fail (SYL_IS_PAGE_VIEW (self), NULL);

  g_object_get (self, "page-text", &text, NULL);
  return text;
}

/**
 * syl_page_view_dup_selection:
 * @self: a view
 *
 * Returns: (nullable) (transfer full): what is selected, %NULL if nothing is
 */
SylPageSelection *
syl_page_view_dup_selection (SylPageView *self)
{
  SylPageSelection *selection = NULL;

  g_return_val_if_fail (SYL_IS_PAGE_VIEW (self), NULL);

  g_object_get (self, "selection", &selection, NULL);
  return selection;
}

/**
 * syl_page_view_get_text_trouble:
 * @self: a view
 *
 * Returns: why there is no text, once that is known
 */
SylPageTextTrouble
syl_page_view_get_text_trouble (SylPageView *self)
{
  SylPageTextTrouble trouble = SYL_PAGE_TEXT_TROUBLE_NONE;

  g_return_val_if_fail (SYL_IS_PAGE_VIEW (self), trouble);

  g_object_get (self, "text-trouble", &trouble, NULL);
  return trouble;
}
