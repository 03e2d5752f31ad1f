/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-config.h"

#include <glib/gi18n.h>

#include "page/syl-reader-private.h"
#include "syl-link.h"
#include "text/syl-uri.h"

/* quote, prefix, fraction and page of a SylPagePlace, and the address that has led to it, "" for none */
#define PLACE_TYPE "(ssdus)"

/* The same, as it was stored before, without the address. */
#define SHORT_PLACE_TYPE "(ssdu)"

static void load_wanted (SylReader *self);

static const char *
get_module_path (void)
{
  const char *path = g_getenv ("SYLLABUS_WEB_MODULE");

  return path != NULL && *path != '\0' ? path : SYL_PKGLIBDIR "/syllabus-web.so";
}

static void
show_failure (SylReader            *self,
              const SylPageFailure *failure)
{
  syl_find_bar_close (self->find_bar);
  syl_page_failure_page_show (self->failure_page, failure);
  gtk_stack_set_visible_child_name (self->stack, "failure");
}

static void
failure_cb (SylReader *self)
{
  g_autoptr (SylPageFailure) failure = syl_page_view_dup_failure (self->view);

  if (failure != NULL)
    show_failure (self, failure);
  else
    gtk_stack_set_visible_child_name (self->stack, "page");
  _syl_reader_notify (self, SYL_READER_PROP_LOCATION);
}

static void
progress_cb (SylReader *self)
{
  double progress = 0.0;

  g_object_get (self->view, "progress", &progress, NULL);
  gtk_progress_bar_set_fraction (self->progress_bar, progress);
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), syl_page_view_get_loading (self->view));
}

static void
uri_cb (SylReader *self)
{
  _syl_reader_notify (self, SYL_READER_PROP_LOCATION);
}

static void
can_go_back_cb (SylReader *self)
{
  _syl_reader_notify (self, SYL_READER_PROP_CAN_GO_BACK);
}

static void
can_go_forward_cb (SylReader *self)
{
  _syl_reader_notify (self, SYL_READER_PROP_CAN_GO_FORWARD);
}

static void
save_place_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (!syl_library_save_place_finish (SYL_LIBRARY (object), result, &error))
    g_message ("The place in the page was not saved: %s", error->message);
}

static void
place_changed_cb (SylReader    *self,
                  SylPagePlace *place)
{
  const char *uri = syl_page_view_get_uri (self->view);
  g_autofree char *origin = syl_pencil_dup_origin (self->pencil);

  if (self->loaded_source == NULL || uri == NULL || syl_library_get_read_only (self->library))
    return;

  syl_library_save_place_async (self->library, self->loaded_source, uri,
                                g_variant_new (PLACE_TYPE, place->quote, place->prefix,
                                               place->fraction, place->page, origin != NULL ? origin : ""),
                                NULL, save_place_cb, NULL);
}

static void
answer_cb (AdwAlertDialog *dialog,
           const char     *answer,
           SylReader      *self)
{
  const char *uri = g_object_get_data (G_OBJECT (dialog), "syl-uri");

  if (g_str_equal (answer, "open"))
    syl_link_launch (uri, GTK_WIDGET (self));
}

/* What the page asks for, the reader decides. */
static void
open_externally_cb (SylReader  *self,
                    const char *uri)
{
  gboolean is_web = syl_uri_is_web (uri);
  AdwDialog *dialog = adw_alert_dialog_new (is_web ? _("Open in the Browser?") : _("Open Another App?"), NULL);
  g_autofree char *body = NULL;

  body = is_web ? g_strdup_printf (_("Syllabus does not download files. The browser can open “%s”."), uri)
                : g_strdup_printf (_("The page wants to open “%s” in another app."), uri);
  adw_alert_dialog_set_body (ADW_ALERT_DIALOG (dialog), body);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"), "open", _("_Open"), NULL);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "syl-uri", g_strdup (uri), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (answer_cb), self, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
connect_view (SylReader *self)
{
  static const struct
  {
    const char *name;
    void (*callback) (SylReader *self);
  } notifications[] = {
    { "notify::failure", failure_cb },
    { "notify::loading", progress_cb },
    { "notify::progress", progress_cb },
    { "notify::uri", uri_cb },
    { "notify::can-go-back", can_go_back_cb },
    { "notify::can-go-forward", can_go_forward_cb },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (notifications); i++)
    g_signal_connect_object (self->view, notifications[i].name, G_CALLBACK (notifications[i].callback), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "place-changed", G_CALLBACK (place_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "open-externally", G_CALLBACK (open_externally_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
create_view (SylReader *self)
{
  GBindingFlags flags = G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE;

  self->view = syl_page_engine_create_view (self->engine);
  connect_view (self);
  g_object_bind_property (self, "zoom", self->view, "zoom", flags);
  g_object_bind_property (self, "caret-browsing", self->view, "caret-browsing", flags);
  syl_find_bar_set_view (self->find_bar, self->view);
  adw_bin_set_child (self->page_bin, GTK_WIDGET (self->view));
  _syl_reader_create_pencil (self);
}

static void
engine_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  SylPageEngine *engine = syl_page_engine_load_finish (result, &error);
  SylReader *self = user_data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self->loading_engine = FALSE;
  self->engine = engine;
  if (self->source == NULL)
    return;

  if (engine != NULL)
    {
      load_wanted (self);
      return;
    }
  syl_page_failure_page_show_error (self->failure_page, error);
  gtk_stack_set_visible_child_name (self->stack, "failure");
}

/* Loads the page engine with the folders of the library. */
void
_syl_reader_load_engine (SylLibrary          *library,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autofree char *data_directory = g_build_filename (syl_library_get_data_directory (library), "web", NULL);
  g_autofree char *cache_directory = g_build_filename (g_get_user_cache_dir (), "syllabus", "web", NULL);

  syl_page_engine_load_async (get_module_path (), data_directory, cache_directory, cancellable, callback,
                              user_data);
}

static void
ensure_engine (SylReader *self)
{
  if (self->engine != NULL || self->loading_engine)
    return;

  self->loading_engine = TRUE;
  _syl_reader_load_engine (self->library, self->cancellable, engine_cb, self);
}

/**
 * syl_reader_take_engine:
 * @self: a reader that has opened nothing
 * @engine: (transfer full): an engine that was loaded before
 */
void
syl_reader_take_engine (SylReader     *self,
                        SylPageEngine *engine)
{
  g_return_if_fail (SYL_IS_READER (self));
  g_return_if_fail (SYL_IS_PAGE_ENGINE (engine));
  g_return_if_fail (self->engine == NULL && !self->loading_engine);

  self->engine = engine;
}

/* As soon as both are there: the engine, and what to load. */
static void
load_wanted (SylReader *self)
{
  g_autofree char *uri = NULL;
  g_autoptr (SylPagePlace) place = NULL;

  if (self->engine == NULL || self->wanted_uri == NULL)
    return;

  if (self->view == NULL)
    create_view (self);
  uri = g_steal_pointer (&self->wanted_uri);
  place = g_steal_pointer (&self->wanted_place);
  g_set_object (&self->loaded_source, self->source);
  _syl_reader_take_source (self);
  syl_pencil_learn_address (self->pencil, self->wanted_origin, uri);
  gtk_stack_set_visible_child_name (self->stack, "page");
  syl_page_view_load (self->view, uri, place);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  _syl_reader_notify (self, SYL_READER_PROP_LOCATION);
}

static void
want (SylReader    *self,
      const char   *uri,
      const char   *origin,
      SylPagePlace *place)
{
  g_set_str (&self->wanted_uri, uri);
  g_set_str (&self->wanted_origin, origin);
  g_clear_pointer (&self->wanted_place, syl_page_place_free);
  self->wanted_place = place;
  ensure_engine (self);
  load_wanted (self);
}

/* Returns: (transfer full) (nullable): what the library kept, if it makes sense */
static SylPagePlace *
read_place (GVariant    *variant,
            const char **origin)
{
  const char *quote, *prefix;
  double fraction;
  guint32 page;

  if (g_variant_is_of_type (variant, G_VARIANT_TYPE (PLACE_TYPE)))
    g_variant_get (variant, "(&s&sdu&s)", &quote, &prefix, &fraction, &page, origin);
  else if (g_variant_is_of_type (variant, G_VARIANT_TYPE (SHORT_PLACE_TYPE)))
    g_variant_get (variant, "(&s&sdu)", &quote, &prefix, &fraction, &page);
  else
    return NULL;

  if (!(fraction >= 0.0 && fraction <= 1.0))
    return NULL;
  return syl_page_place_new (quote, prefix, fraction, page);
}

static void
load_place_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = NULL;
  g_autoptr (GVariant) variant = syl_library_load_place_finish (SYL_LIBRARY (object), result, &uri, &error);
  SylReader *self = user_data;
  const char *origin = NULL;
  SylPagePlace *place;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (variant != NULL && syl_uri_is_web (uri))
    {
      place = read_place (variant, &origin);
      want (self, uri, origin, place);
    }
  else
    want (self, syl_source_get_uri (self->source), NULL, NULL);
}

/* The visit is for the library; the page opens all the same if it can't be noted. */
static void
visit_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (!syl_library_visit_source_finish (SYL_LIBRARY (object), result, NULL, &error))
    g_message ("The visit was not noted: %s", error->message);
}

static void
begin (SylReader *self)
{
  g_clear_pointer (&self->wanted_uri, g_free);
  g_clear_pointer (&self->shown_uuid, g_free);
  g_set_object (&self->loaded_source, NULL);
  _syl_reader_take_source (self);
  if (self->view == NULL)
    gtk_stack_set_visible_child_name (self->stack, "loading");

  self->opening = g_cancellable_new ();
  if (!syl_library_get_read_only (self->library))
    syl_library_visit_source_async (self->library, self->pick, self->source, NULL, visit_cb, NULL);
  syl_library_load_place_async (self->library, self->source, self->opening, load_place_cb, self);
}

static gboolean
is_shown (SylReader *self,
          SylSource *source)
{
  g_autoptr (SylPageFailure) failure = NULL;

  if (self->view == NULL || self->loaded_source != source)
    return FALSE;

  failure = syl_page_view_dup_failure (self->view);
  return failure == NULL;
}

/**
 * syl_reader_open:
 * @self: a reader with a library
 * @pick: a pick
 * @source: one of its sources
 *
 * Opens a source where it was left. The source that is open already stays as it is.
 */
void
syl_reader_open (SylReader *self,
                 SylPick   *pick,
                 SylSource *source)
{
  g_return_if_fail (SYL_IS_READER (self));
  g_return_if_fail (SYL_IS_PICK (pick));
  g_return_if_fail (SYL_IS_SOURCE (source));

  if (g_set_object (&self->pick, pick))
    {
      _syl_reader_take_pick (self);
      _syl_reader_notify (self, SYL_READER_PROP_PICK);
    }
  if (is_shown (self, source))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->view));
      return;
    }

  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  syl_find_bar_close (self->find_bar);
  g_set_object (&self->source, source);
  begin (self);
  _syl_reader_notify (self, SYL_READER_PROP_SOURCE);
  _syl_reader_notify (self, SYL_READER_PROP_LOCATION);
}

/* Opens a source at a page that it led to, and does not go back to where the reader left it. */
void
_syl_reader_open_at (SylReader  *self,
                     SylPick    *pick,
                     SylSource  *source,
                     const char *uri)
{
  g_autofree char *here = NULL;
  g_autofree char *there = syl_uri_canonicalize (uri);

  syl_reader_open (self, pick, source);
  if (is_shown (self, source))
    here = syl_uri_canonicalize (syl_page_view_get_uri (self->view));
  if (there == NULL || g_strcmp0 (here, there) == 0)
    return;

  g_cancellable_cancel (self->opening);
  want (self, uri, NULL, NULL);
}

/**
 * syl_reader_go_to_source:
 * @self: a reader
 *
 * Loads the source again from its own address, wherever its links have led.
 */
void
syl_reader_go_to_source (SylReader *self)
{
  g_return_if_fail (SYL_IS_READER (self));

  if (self->source != NULL)
    want (self, syl_source_get_uri (self->source), NULL, NULL);
}

/**
 * syl_reader_reload:
 * @self: a reader
 *
 * Loads the page again, or what shows pages if that was what failed.
 */
void
syl_reader_reload (SylReader *self)
{
  g_return_if_fail (SYL_IS_READER (self));

  if (self->view != NULL)
    {
      syl_page_view_reload (self->view);
      return;
    }
  if (self->source == NULL)
    return;

  gtk_stack_set_visible_child_name (self->stack, "loading");
  ensure_engine (self);
}
